// Starts the form, in the words of this project, and shows why something was not saved.
"use strict";

window.CMS_MANUAL_INIT = true;
localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" })); // no one to log in

const ask = window.fetch;
window.fetch = async (...request) => {
  const response = await ask(...request);
  if (response.status === 422) {
    const { error } = await response.clone().json();
    const dialog = document.querySelector("dialog");
    dialog.querySelector("pre").textContent = error;
    if (!dialog.open) dialog.showModal();
  }
  return response;
};

const WORDS = {
  publish: "Opslaan",
  publishing: "Opslaan …",
  published: "Opgeslagen",
  publishNow: "Nu opslaan",
  publishAndCreateNew: "Opslaan en een nieuwe beginnen",
  publishAndDuplicate: "Opslaan en dupliceren",
};

document.addEventListener("DOMContentLoaded", async () => {
  const words = structuredClone(CMS.getLocale("nl"));
  Object.assign(words.editor.editorToolbar, WORDS);
  words.collection.collectionTop.newButton = "+ %{collectionLabel}";
  CMS.registerLocale("nl", words);
  const config = await (await ask("config.json")).json();
  CMS.init({ config });
});
