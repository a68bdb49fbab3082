package fr.passerelle.cli;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Comparaison;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.texts.scenario.ScenarioWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What credits fund, for people: no wider than a terminal. */
record EnveloppeText(Enveloppe answer, PrintWriter out) {

    void print() {
        out.println("Valeur " + answer.getValeur() + ", " + EnveloppeWords.levels(answer.getNiveaux()) + ".");
        out.println(
                answer.getPreuve() == Preuve.OPTIMAL
                        ? "Prouvé : aucun autre choix ne vaut mieux ; entre choix égaux, un ordre convenu départage."
                        : "Le solveur s'est arrêté à sa limite : c'est le meilleur trouvé, pas prouvé le meilleur.");
        out.println(CommandFrench.counted(count(Financement.OUVERTURE), "ouverture", "ouvertures") + ", "
                + CommandFrench.counted(count(Financement.ETUDE), "étude seule", "études seules") + ", "
                + CommandFrench.counted(waiting(), "intercommunalité attend", "intercommunalités attendent") + ".");
        print("Crédits, en euros", usages());
        print("Financé", funded());
        print("En attente, la plus proche d'abord", queue());
        print("Les valeurs comparées", compared());
    }

    private long count(Financement financement) {
        return answer.getChoix().stream()
                .filter(choix -> choix.getFinancement() == financement)
                .count();
    }

    private long waiting() {
        return answer.getChoix().stream().filter(ChoixEpci::getAttend).count();
    }

    private void print(String title, TextTable table) {
        List<String> lines = table.lines();
        if (lines.size() > 2) {
            out.println();
            out.println(title);
            lines.forEach(out::println);
        }
    }

    private TextTable usages() {
        TextTable table = new TextTable(2, "Année", "Ligne", "Disponible", "Notifié", "Financé", "Reste");
        for (UsageCredit usage : answer.getUsages()) {
            table.row(
                    Integer.toString(usage.getYear()),
                    ScenarioWords.ligne(usage.getLine()),
                    CommandFrench.amount(
                            usage.getVoted().subtract(usage.getPromised()).add(usage.getCarriedIn())),
                    CommandFrench.amount(usage.getCommitted()),
                    CommandFrench.amount(usage.getFunded()),
                    CommandFrench.amount(usage.getLeft()) + (usage.getCarriesOver() ? " →" : ""));
        }
        return table;
    }

    private TextTable funded() {
        TextTable table = new TextTable(3, "Intercommunalité", "SIREN", "Quoi", "Euros");
        answer.getChoix().stream()
                .filter(choix -> choix.getFinancement() != Financement.RIEN)
                .sorted(Comparator.comparing((ChoixEpci choix) -> Objects.requireNonNullElse(choix.getYear(), 0))
                        .thenComparing(ChoixEpci::getName))
                .forEach(choix -> table.row(
                        choix.getName(),
                        choix.getEpci(),
                        EnveloppeWords.choice(choix.getFinancement(), choix.getYear()),
                        CommandFrench.amount(EnveloppeWords.cost(choix))));
        return table;
    }

    private TextTable queue() {
        Map<String, MotifAttente> reasons =
                answer.getAttentes().stream().collect(Collectors.toMap(MotifAttente::getEpci, Function.identity()));
        TextTable table = new TextTable(2, "Intercommunalité", "SIREN", "Rang", "Au moins (€)");
        answer.getChoix().stream()
                .filter(ChoixEpci::getAttend)
                .sorted(Comparator.comparingInt((ChoixEpci choix) -> rank(reasons, choix))
                        .thenComparing(ChoixEpci::getName))
                .forEach(choix -> {
                    MotifAttente reason = reasons.get(choix.getEpci());
                    table.row(
                            choix.getName(),
                            choix.getEpci(),
                            reason == null || reason.getRang() == null
                                    ? CommandFrench.NONE
                                    : reason.getRang().toString(),
                            reason == null ? CommandFrench.NONE : least(reason));
                });
        return table;
    }

    private static int rank(Map<String, MotifAttente> reasons, ChoixEpci choix) {
        MotifAttente reason = reasons.get(choix.getEpci());
        return reason == null || reason.getRang() == null ? Integer.MAX_VALUE : reason.getRang();
    }

    private static String least(MotifAttente reason) {
        return reason.getCredits().stream()
                .map(CreditManquant::getEuros)
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .map(CommandFrench::amount)
                .orElse(CommandFrench.NONE);
    }

    private TextTable compared() {
        TextTable table = new TextTable(1, "Valeur", "Ouvertures", "Habitants proches", "Score", "Mois");
        for (Comparaison each : answer.getComparaisons()) {
            table.row(
                    each.getValeur().name(),
                    reached(each, Critere.OUVERTURES),
                    reached(each, Critere.HABITANTS_PROCHES),
                    reached(each, Critere.SCORE),
                    reached(each, Critere.MOIS_OUVERTS));
        }
        return table;
    }

    private static String reached(Comparaison compared, Critere critere) {
        return CommandFrench.number(
                compared.getCriteres().get(List.of(Critere.values()).indexOf(critere)));
    }
}
