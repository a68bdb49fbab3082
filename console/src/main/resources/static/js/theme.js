// Light or dark as the system says, from the first paint; always light on paper, where nothing stays folded.
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = (theme) => document.documentElement.setAttribute("data-bs-theme", theme);
  const follow = () => show(dark.matches ? "dark" : "light");
  follow();
  dark.addEventListener("change", follow);
  window.addEventListener("beforeprint", () => show("light"));
  window.addEventListener("afterprint", follow);

  // What is folded on the screen is unfolded on paper, and folded again after.
  const FOLDED = "details:not(.no-print):not([open])";
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(FOLDED)];
    unfolded.forEach((one) => { one.open = true; });
  });
  window.addEventListener("afterprint", () => unfolded.forEach((one) => { one.open = false; }));

  // Charts are drawn again in the colours of what they are looked at on, and no wider than a sheet of paper when printed.
  const SHEET = 620;
  // Without this script there is nothing in them, and they are not there.
  window.redrawnCharts = (draw) => {
    document.querySelectorAll(".graphique").forEach((figure) => { figure.hidden = false; });
    let charts = draw();
    const again = () => {
      charts.forEach((chart) => chart.destroy());
      charts = draw();
    };
    dark.addEventListener("change", again);
    window.addEventListener("beforeprint", () => {
      again();
      charts.forEach((chart) => chart.resize(SHEET, chart.height));
    });
    window.addEventListener("afterprint", again);
  };
})();
