# What sna takes, in seconds of processor time: Rscript tests/benchmarks/sna.R FOLDER, with what sna.py wrote there.

suppressPackageStartupMessages({
  library(sna)
  library(jsonlite)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
asked <- fromJSON(file.path(folder, "asked.json"), simplifyVector = FALSE)
spent <- function(code) {
  before <- proc.time()
  force(code)
  sum((proc.time() - before)[1:2])
}
square <- function(name) as.matrix(read.csv(file.path(folder, name), header = FALSE))

took <- list()
for (n in unlist(asked$brokerage)) {
  edges <- as.matrix(read.csv(file.path(folder, sprintf("edges_%d.csv", n)), header = FALSE))
  edges <- cbind(edges, 1)
  attr(edges, "n") <- n
  sector <- read.csv(file.path(folder, sprintf("sectors_%d.csv", n)), header = FALSE)[, 1]
  # The least of some runs, as for ours.
  took[[sprintf("brokerage_%d", n)]] <- min(sapply(seq_len(asked$times), function(run) spent(brokerage(edges, sector))))
}
y <- square("y.csv")
x <- lapply(c("x1.csv", "x2.csv", "x3.csv"), square)
reps <- asked$qap
took$qap <- spent(qaptest(list(y, x[[1]]), gcor, g1 = 1, g2 = 2, reps = reps)) / reps
reps <- asked$mrqap
took$mrqap <- spent(netlm(y, x, nullhyp = "qapspp", reps = reps)) / reps
cat(toJSON(took, auto_unbox = TRUE, digits = 8))
