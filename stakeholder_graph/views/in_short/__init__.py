"""What page one and screens say in short: who answered, a finding's title, and the bars that show its point."""
