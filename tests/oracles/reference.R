# Reference values by sna and igraph, for the networks that networks.py writes:
#
#     python tests/oracles/networks.py FOLDER
#     Rscript tests/oracles/reference.R FOLDER tests/oracles/values.json
#
# Debian: apt-get install r-base-core r-cran-sna r-cran-igraph r-cran-jsonlite

suppressPackageStartupMessages({
  library(sna)
  library(jsonlite)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
target <- commandArgs(trailingOnly = TRUE)[2]
read <- function(name) read.csv(file.path(folder, name))
square <- function(n, edges, value = 1) {
  m <- matrix(0, n, n)
  m[cbind(edges$sender, edges$receiver)] <- value
  m
}

structure_of <- function(m, sector, directed) {
  mode <- if (directed) "digraph" else "graph"
  g <- igraph::graph_from_adjacency_matrix(m, mode = if (directed) "directed" else "undirected")
  weak <- igraph::components(g, mode = "weak")
  part <- igraph::induced_subgraph(g, which(weak$membership == which.max(weak$csize)))
  roles <- brokerage(m, sector)
  list(
    density = gden(m, mode = mode),
    reciprocity_arcs = grecip(m, measure = "edgewise"),
    reciprocity_dyads = grecip(m, measure = "dyadic.nonnull"),
    transitivity = gtrans(m, mode = mode, measure = "weak"),
    degree_centralization = centralization(m, degree, mode = mode, cmode = "freeman"),
    betweenness_centralization = centralization(m, betweenness, mode = mode),
    betweenness = betweenness(m, gmode = mode),
    connectedness = connectedness(m),
    hierarchy = hierarchy(m, measure = "krackhardt"),
    components_weak = weak$no,
    components_sizes = sort(weak$csize, decreasing = TRUE),
    mean_distance = igraph::mean_distance(part, directed = directed),
    diameter = igraph::diameter(part, directed = directed),
    constraint = unname(igraph::constraint(g)),
    assortativity = igraph::assortativity_nominal(g, sector, directed = directed),
    modularity = igraph::modularity(g, sector, directed = directed),
    cutpoints = as.integer(igraph::articulation_points(igraph::as.undirected(g))),
    cutpoints_sna = cutpoints(m, mode = mode, connected = "weak"),
    brokerage = unname(roles$raw.nli),
    brokerage_expected = unname(roles$exp.nli),
    brokerage_sd = unname(roles$sd.nli),
    brokerage_network = unname(roles$raw.gli),
    brokerage_network_expected = unname(roles$exp.gli)
  )
}

regression_of <- function(m, predictors, directed) {
  mode <- if (directed) "digraph" else "graph"
  n <- nrow(m)
  each <- split(predictors, predictors$predictor)
  x <- lapply(each, function(p) square(n, p, p$value))
  set.seed(1)
  fit <- netlm(m, x, mode = mode, nullhyp = "qapspp", reps = 1000)
  qap <- lapply(x, function(one) {
    test <- qaptest(list(m, one), gcor, g1 = 1, g2 = 2, mode = mode, reps = 1000)
    list(correlation = gcor(m, one, mode = mode), at_least = test$pgreq, at_most = test$pleeq)
  })
  list(
    predictors = names(x),
    qap = qap,
    coefficients = fit$coefficients,
    t = unname(fit$tstat),
    at_least = unname(fit$pgreq),
    at_most = unname(fit$pleeq),
    either = unname(fit$pgreqabs),
    reps = 1000
  )
}

listed <- read("networks.csv")
values <- list()
for (i in seq_len(nrow(listed))) {
  name <- listed$name[i]
  directed <- listed$directed[i] == "True"
  sector <- read(paste0(name, ".nodes.csv"))$sector
  edges <- read(paste0(name, ".csv"))
  m <- square(length(sector), edges)
  values[[name]] <- list(
    directed = directed,
    sector = sector - 1,
    ties = unname(as.matrix(edges) - 1),
    structure = structure_of(m, sector, directed)
  )
  if (listed$regressed[i] == "True") {
    predictors <- read(paste0(name, ".predictors.csv"))
    values[[name]]$regression <- regression_of(m, predictors, directed)
  }
  message(name)
}
software <- list(
  R = R.version.string,
  sna = as.character(packageVersion("sna")),
  igraph = as.character(packageVersion("igraph"))
)
write_json(
  list(software = software, networks = values), target,
  digits = 12, auto_unbox = TRUE, na = "null", null = "null"
)
