package fr.passerelle.cli.study;

import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.envelope.text.CostReach;
import fr.passerelle.envelope.text.ScenarioWords;
import fr.passerelle.envelope.text.WaitingReasons;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What credits fund, for people: no wider than a terminal. */
record EnveloppeText(Enveloppe answer, PrintWriter out) {

    void print() {
        List<WaitingRow> waiting = WaitingRow.of(answer);
        out.println("Valeur " + answer.getValeur() + " (" + ScenarioWords.valeur(answer.getValeur()) + "), "
                + levels(answer.getNiveaux()) + ".");
        out.println(
                answer.getPreuve() == Preuve.OPTIMAL
                        ? "Prouvé : aucun autre choix ne vaut mieux ; entre choix égaux, un ordre convenu départage."
                        : "Le solveur s'est arrêté à sa limite : c'est le meilleur trouvé, pas prouvé le meilleur.");
        out.println(CommandFrench.counted(count(Financement.OUVERTURE), "ouverture", "ouvertures") + ", "
                + CommandFrench.counted(count(Financement.ETUDE), "étude seule", "études seules") + ", "
                + CommandFrench.counted(waiting.size(), "intercommunalité attend", "intercommunalités attendent")
                + withStudy(waiting)
                + ".");
        new TextTable(usages()).print("Crédits, en euros", out);
        new TextTable(funded()).print("Serait financé", out);
        new TextTable(queue(waiting))
                .print(
                        answer.getAttentes().isEmpty()
                                ? "En attente, par nom"
                                : "En attente, d'abord celle à qui manque le moins de crédit",
                        out);
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

    private Table<UsageCredit> usages() {
        return Table.<UsageCredit>layout()
                .text("Année", UsageCredit::getYear)
                .text("Ligne", usage -> ScenarioWords.ligne(usage.getLine()))
                .euros("Disponible", CreditUse::available)
                .euros("Notifié", UsageCredit::getCommitted)
                .euros("Financé", UsageCredit::getFunded)
                .figure("Reste", it -> CommandFrench.amount(it.getLeft()) + (it.getCarriesOver() ? " →" : ""))
                .of(answer.getUsages());
    }

    private Table<ChoixEpci> funded() {
        return Table.<ChoixEpci>layout()
                .text("Intercommunalité", ChoixEpci::getName)
                .text("SIREN", ChoixEpci::getEpci)
                .text("Quoi", ScenarioWords::choix)
                .euros("Euros", EnveloppeText::cost)
                .of(answer.getChoix().stream()
                        .filter(choix -> choix.getFinancement() != Financement.RIEN)
                        .sorted(Comparator.comparing(
                                        (ChoixEpci choix) -> Objects.requireNonNullElse(choix.getYear(), 0))
                                .thenComparing(NameOrder.by(ChoixEpci::getName, ChoixEpci::getEpci)))
                        .toList());
    }

    private static Table<WaitingRow> queue(List<WaitingRow> waiting) {
        return Table.<WaitingRow>layout()
                .from(WaitingRow::choice)
                .text("Intercommunalité", ChoixEpci::getName)
                .text("SIREN", ChoixEpci::getEpci)
                .from(row -> row)
                .figure("Rang", WaitingRow::rang)
                .from(WaitingRow::motif)
                .figure(
                        "Crédit qui manque",
                        reason -> CostReach.least(reason)
                                .map(EnveloppeText::least)
                                .orElse("aucune année seule"))
                .of(waiting);
    }

    private static String least(CreditManquant credit) {
        BigDecimal euros = Objects.requireNonNull(credit.getEuros());
        return euros.signum() == 0 ? "rien : départage" : CommandFrench.amount(euros) + " en " + credit.getYear();
    }

    /** What a scenario chooses otherwise than another, EPCI by EPCI. */
    record ScenarioDifference(ScenarioComputed before, ScenarioComputed after) implements Finding {

        /** @throws RunRefused when one of them is not about credits */
        ScenarioDifference {
            answer(before);
            answer(after);
        }

        /** For machines: only EPCIs that are treated otherwise. */
        record Json(Side before, Side after, List<Change> changes) {}

        record Side(String scenario, boolean demonstration, String run, String valeur, List<?> niveaux) {

            Side(ScenarioComputed scenario, Enveloppe answer) {
                this(
                        scenario.getScenarioId(),
                        scenario.getDemonstration(),
                        scenario.getRun().getRunId(),
                        answer.getValeur().name(),
                        answer.getNiveaux());
            }
        }

        record Change(String epci, String name, Choice before, Choice after) {}

        record Choice(Financement financement, @Nullable Integer year) {

            Choice(ChoixEpci choix) {
                this(choix.getFinancement(), choix.getYear());
            }
        }

        @Override
        public Json json() {
            return new Json(
                    new Side(before, answer(before)),
                    new Side(after, answer(after)),
                    changes().stream().map(ScenarioDifference::change).toList());
        }

        private static Change change(ChoiceChange of) {
            ChoixEpci after = of.after();
            return new Change(after.getEpci(), after.getName(), new Choice(of.before()), new Choice(after));
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(summary(before), summary(after)));
            List<ChoiceChange> changes = changes();
            if (changes.isEmpty()) {
                lines.add("Ils choisissent la même chose.");
                return lines;
            }
            lines.add("");
            lines.addAll(new TextTable(Table.<ChoiceChange>layout()
                            .text("Intercommunalité", change -> change.after().getName())
                            .text("SIREN", change -> change.after().getEpci())
                            .text("Avant", change -> ScenarioWords.choix(change.before()))
                            .text("Après", change -> ScenarioWords.choix(change.after()))
                            .of(changes))
                    .lines());
            return lines;
        }

        private static String summary(ScenarioComputed scenario) {
            Enveloppe answer = answer(scenario);
            return ScenarioCommands.heading(scenario) + " Valeur " + answer.getValeur() + ", "
                    + levels(answer.getNiveaux()) + ".";
        }

        private List<ChoiceChange> changes() {
            return ChoiceChange.between(answer(before), answer(after));
        }

        /** @throws RunRefused where it is about no credits */
        static Enveloppe answer(ScenarioComputed scenario) {
            Enveloppe answer = scenario.getEnveloppe();
            if (answer == null) {
                throw new RunRefused("Le scénario " + scenario.getScenarioId()
                        + " porte sur la place des étapes et non sur des crédits : « ./passerelle enveloppe show "
                        + scenario.getScenarioId() + " » le montre.");
            }
            return answer;
        }
    }

    /** Why an EPCI is treated as it is, a line a reason; no five reasons where it does not wait. */
    record ChoiceReasons(
            ScenarioComputed scenario,
            Enveloppe answer,
            ChoixEpci choix,
            @Nullable MotifAttente waiting) implements Finding {

        record Json(
                String scenario,
                boolean demonstration,
                String run,
                ChoixEpci choix,
                @Nullable MotifAttente attente,
                List<String> raisons) {}

        /** Those of an EPCI; empty where the answer does not know it. */
        static Optional<ChoiceReasons> of(ScenarioComputed scenario, Enveloppe answer, String siren) {
            MotifAttente waiting = answer.getAttentes().stream()
                    .filter(each -> each.getEpci().equals(siren))
                    .findFirst()
                    .orElse(null);
            return answer.getChoix().stream()
                    .filter(each -> each.getEpci().equals(siren))
                    .findFirst()
                    .map(choix -> new ChoiceReasons(scenario, answer, choix, waiting));
        }

        @Override
        public Json json() {
            return new Json(
                    scenario.getScenarioId(),
                    scenario.getDemonstration(),
                    scenario.getRun().getRunId(),
                    choix,
                    waiting,
                    reasons());
        }

        @Override
        public List<String> lines() {
            List<String> reasons = reasons();
            return Stream.of(
                            Stream.of(ScenarioCommands.heading(scenario), title()),
                            choix.getExclus().stream().map(ChoiceReasons::excluded),
                            IntStream.range(0, reasons.size()).mapToObj(i -> (i + 1) + ". " + reasons.get(i)))
                    .flatMap(lines -> lines)
                    .toList();
        }

        private String title() {
            return choix.getName() + " (" + choix.getEpci() + ") : "
                    + ScenarioWords.choix(choix)
                    + (choix.getAttend() ? " ; attend." : ".");
        }

        private List<String> reasons() {
            return waiting == null ? List.of() : WaitingReasons.of(answer, waiting);
        }

        private static String excluded(ChoixExclu exclu) {
            return "Ne peut être choisi (" + ScenarioWords.financement(exclu.getFinancement()) + ") : "
                    + ScenarioWords.empechement(exclu.getMotif()) + ".";
        }
    }

    /** Levels in their order, with the most that could still be reached where that is more. */
    static String levels(List<Niveau> levels) {
        return levels.stream()
                .map(level -> ScenarioWords.critere(level.getCritere()) + " : " + CommandFrench.number(level.getValue())
                        + (level.getBound() > level.getValue()
                                ? " (au plus " + CommandFrench.number(level.getBound()) + ")"
                                : ""))
                .collect(Collectors.joining(" ; "));
    }

    static BigDecimal cost(ChoixEpci choix) {
        return choix.getDepenses().stream().map(Depense::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
