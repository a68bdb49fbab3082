package fr.passerelle.cli;

import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.envelope.text.CostReach;
import fr.passerelle.envelope.text.ScenarioWords;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.UsageCredit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What credits fund, for people: no wider than a terminal. */
record EnveloppeText(Enveloppe answer, PrintWriter out) {

    void print() {
        List<WaitingRow> waiting = WaitingRow.of(answer);
        out.println("Valeur " + answer.getValeur() + " (" + ScenarioWords.valeur(answer.getValeur()) + "), "
                + EnveloppeWords.levels(answer.getNiveaux()) + ".");
        out.println(
                answer.getPreuve() == Preuve.OPTIMAL
                        ? "Prouvé : aucun autre choix ne vaut mieux ; entre choix égaux, un ordre convenu départage."
                        : "Le solveur s'est arrêté à sa limite : c'est le meilleur trouvé, pas prouvé le meilleur.");
        out.println(CommandFrench.counted(count(Financement.OUVERTURE), "ouverture", "ouvertures") + ", "
                + CommandFrench.counted(count(Financement.ETUDE), "étude seule", "études seules") + ", "
                + CommandFrench.counted(waiting.size(), "intercommunalité attend", "intercommunalités attendent")
                + withStudy(waiting)
                + ".");
        print("Crédits, en euros", usages());
        print("Serait financé", funded());
        print(
                answer.getAttentes().isEmpty()
                        ? "En attente, par nom"
                        : "En attente, d'abord celle à qui manque le moins de crédit",
                queue(waiting));
    }

    private long count(Financement financement) {
        return answer.getChoix().stream()
                .filter(choix -> choix.getFinancement() == financement)
                .count();
    }

    private static String withStudy(List<WaitingRow> waiting) {
        long studied = WaitingRow.withStudy(waiting);
        return studied == 0 ? "" : ", dont " + studied + " avec l'aide à l'étude";
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
                    CommandFrench.amount(CreditUse.available(usage)),
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
                        .thenComparing(NameOrder.by(ChoixEpci::getName, ChoixEpci::getEpci)))
                .forEach(choix -> table.row(
                        choix.getName(),
                        choix.getEpci(),
                        ScenarioWords.choix(choix),
                        CommandFrench.amount(EnveloppeWords.cost(choix))));
        return table;
    }

    private static TextTable queue(List<WaitingRow> waiting) {
        TextTable table = new TextTable(2, "Intercommunalité", "SIREN", "Rang", "Crédit qui manque");
        waiting.forEach(row -> table.row(
                row.choice().getName(),
                row.choice().getEpci(),
                Objects.toString(row.rang(), CommandFrench.NONE),
                row.motif() == null ? CommandFrench.NONE : least(row.motif())));
        return table;
    }

    private static String least(MotifAttente reason) {
        return CostReach.least(reason).map(EnveloppeText::least).orElse("aucune année seule");
    }

    private static String least(CreditManquant credit) {
        BigDecimal euros = Objects.requireNonNull(credit.getEuros());
        return euros.signum() == 0 ? "rien : départage" : CommandFrench.amount(euros) + " en " + credit.getYear();
    }

    /** What a scenario chooses and reaches, in a few French words. */
    static final class EnveloppeWords {

        private EnveloppeWords() {}

        /** Levels in their order, with the most that could still be reached where that is more. */
        static String levels(List<Niveau> levels) {
            return levels.stream()
                    .map(level -> ScenarioWords.critere(level.getCritere()) + " : " + CommandFrench.number(level.getValue())
                            + (level.getBound() > level.getValue()
                                    ? " (au plus " + CommandFrench.number(level.getBound()) + ")"
                                    : ""))
                    .collect(Collectors.joining(" ; "));
        }

        /** What a choice costs the region. */
        static BigDecimal cost(ChoixEpci choix) {
            return choix.getDepenses().stream().map(Depense::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
