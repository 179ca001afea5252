// What the theme expects on every page before its own script runs.
// The theme would keep things in the browser's storage (such as the choice of colours). We keep
// nothing: somebody may be reading about reporting a suspicion, on a shared computer.
var __md_scope = new URL("../../", document.currentScript.src);
var __md_get = () => null;
var __md_set = () => {};
document.documentElement.classList.replace("no-js", "js"); // before the first paint
