// Opens the page.

startControls();
canvas.start();
watch(canvas.follow);
startSearch();
startKeys();
startPictures();
change(readAddress());
canvas.frame(false);
watch(writeAddress);
window.addEventListener("hashchange", () => change(readAddress()));
