// Opens the page.

startControls();
startTogether();
startGroups();
canvas.start();
watch(canvas.follow);
startSearch();
startKeys();
startPictures();
followAddress();
canvas.open = true;
watch(writeAddress);
window.addEventListener("hashchange", followAddress);
