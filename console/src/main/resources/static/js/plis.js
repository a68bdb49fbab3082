// What an address names is unfolded, whatever it is folded in. Without this script one unfolds it oneself.
(() => {
  const unfold = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!named) return;
    const inside = named.querySelector(":scope > details.pli");
    if (inside) inside.open = true;
    for (let fold = named.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    named.scrollIntoView();
  };
  window.addEventListener("hashchange", unfold);
  unfold();
})();
