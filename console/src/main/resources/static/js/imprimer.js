// The print button is there only where a script can press it.
const printButton = document.getElementById("imprimer");
printButton.hidden = false;
printButton.addEventListener("click", () => window.print());
