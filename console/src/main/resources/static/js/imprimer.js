// The print button is there only where a script can press it; what is folded on the screen is unfolded on paper.
const printButton = document.getElementById("imprimer");
printButton.hidden = false;
printButton.addEventListener("click", () => window.print());
