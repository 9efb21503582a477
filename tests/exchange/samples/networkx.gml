graph [
  directed 1
  name "made up"
  node [
    id 0
    label "Mill Street Clinic"
    sector "Health"
  ]
  node [
    id 1
    label "&#214;resund Library"
    sector "Education"
  ]
  node [
    id 2
    label "Harbor &#38; Sons Fund"
    sector "Business"
  ]
  node [
    id 3
    label "Lakeside School"
    sector "Education"
  ]
  node [
    id 4
    label "Hope Pantry"
    sector "Health"
  ]
  node [
    id 5
    label "Unseen Trust"
    sector "Business"
  ]
  edge [
    source 0
    target 4
    weight 3
  ]
  edge [
    source 1
    target 3
    weight 2
  ]
  edge [
    source 3
    target 0
    weight 2
  ]
  edge [
    source 4
    target 0
    weight 1
  ]
]