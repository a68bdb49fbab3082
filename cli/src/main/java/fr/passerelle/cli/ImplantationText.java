package fr.passerelle.cli;

import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** Where étapes would best stand, for people: no wider than a terminal. */
record ImplantationText(Implantation answer, PrintWriter out) {

    void print() {
        long population = sum(ImplantationEpci::getPopulation);
        out.println(asked());
        out.println(
                "Habitants à moins de " + FrenchNumbers.decimal(new BigDecimal(answer.getRadiusM()).movePointLeft(3), 1)
                        + " km d'une étape ou d'un lieu qui reste, sur "
                        + CommandFrench.number(population) + " :");
        line("par la règle", sum(ImplantationEpci::getByRule), population);
        line("au mieux", sum(ImplantationEpci::getBest), population);
        line("partout où un lieu le permet", sum(ImplantationEpci::getReachable), population);
        out.println(
                answer.getPreuve() == Preuve.OPTIMAL
                        ? "Prouvé : aucun autre placement ne vaut mieux ; entre placements égaux, un ordre convenu"
                                + " départage."
                        : "Le solveur s'est arrêté à sa limite : c'est le meilleur trouvé, pas prouvé le meilleur ; "
                                + bound());
        out.println();
        areas().lines().forEach(out::println);
    }

    private String asked() {
        return switch (answer.getObjectif()) {
            case MEME_NOMBRE -> "Autant d'étapes que la règle du jour.";
            case NOMBRE -> "Demandé : " + CommandFrench.counted(asking(), "étape", "étapes") + ".";
            case COUVERTURE ->
                "Demandé : le moins d'étapes pour " + FrenchNumbers.decimal(BigDecimal.valueOf(asking(), 1), 1)
                        + " % des habitants.";
        };
    }

    private int asking() {
        return Objects.requireNonNull(answer.getAsked(), "Only as many as the rule needs no number");
    }

    private String bound() {
        return answer.getObjectif() == Objectif.COUVERTURE
                ? "il en faut au moins " + CommandFrench.counted(answer.getBound(), "étape", "étapes") + "."
                : "un autre aurait au plus " + CommandFrench.number(answer.getBound()) + " habitants proches.";
    }

    private TextTable areas() {
        TextTable table = new TextTable(1, "Intercommunalité", "Étapes", "Nouvelles", "Quittées", "Règle", "Mieux");
        answer.getEpcis().stream()
                .filter(epci ->
                        !epci.getEtapes().isEmpty() || !epci.getQuittees().isEmpty())
                .forEach(epci -> table.row(
                        epci.getName(),
                        Integer.toString(epci.getEtapes().size()),
                        Long.toString(epci.getEtapes().stream()
                                .filter(stop -> !stop.getByRule())
                                .count()),
                        Integer.toString(epci.getQuittees().size()),
                        CommandFrench.number(epci.getByRule()),
                        CommandFrench.number(epci.getBest())));
        return table;
    }

    private void line(String name, long inhabitants, long population) {
        out.println("  " + name + " : " + CommandFrench.number(inhabitants)
                + (population == 0 ? "" : " (" + share(inhabitants, population) + " %)"));
    }

    private static String share(long part, long whole) {
        return FrenchNumbers.decimal(
                BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP), 2);
    }

    private long sum(ToLongFunction<ImplantationEpci> what) {
        return answer.getEpcis().stream().mapToLong(what).sum();
    }
}
