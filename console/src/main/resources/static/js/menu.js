// What is unfolded of the menu folds again where one goes on elsewhere. Without this script one folds it oneself.
(() => {
  const open = () => document.querySelectorAll(".menu details[open]");
  document.addEventListener("click", (event) => {
    open().forEach((one) => { if (!one.contains(event.target)) one.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inner = [...open()].pop();
    if (!inner) return;
    inner.open = false;
    inner.querySelector("summary").focus();
  });
})();
