"""What people filled in to workbooks that are written anew."""
