package fr.passerelle.proof;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Niveau;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An envelope in which one EPCI may only have what it waits for: what a reason claims is tried by solving that. */
record ForcedChoice(Envelope envelope, String siren, Financement financement) {

    /** The levels of its best answer; empty where it may not have it at all. */
    Optional<List<Long>> levels() {
        return found(narrowed(UnaryOperator.identity(), 0));
    }

    /** The same where all that it costs is lower, in thousandths given up, to the cent below. */
    Optional<List<Long>> levelsCheaper(int perMille) {
        return found(narrowed(
                option -> new FundingOption(
                        option.financement(),
                        option.year(),
                        option.opening(),
                        scaled(option.cents(), perMille),
                        option.values()),
                0));
    }

    /** The same where it may not have the first of those options. */
    Optional<List<Long>> levelsLater() {
        return found(narrowed(UnaryOperator.identity(), 1));
    }

    private static Optional<List<Long>> found(Envelope envelope) {
        try {
            return Optional.of(levels(answer(envelope)));
        } catch (EnvelopeSolver.Refusal none) {
            return Optional.empty();
        }
    }

    /** The same choice where the lines of one year have more, each as much, in cents. */
    ForcedChoice withMore(int year, long cents) {
        return new ForcedChoice(raised(envelope, year, cents), siren, financement);
    }

    static Enveloppe answer(Envelope envelope) {
        return EnvelopeSolver.solve(envelope, List.of(), false, line -> {});
    }

    static List<Long> levels(Enveloppe answer) {
        return answer.getNiveaux().stream().map(Niveau::getValue).toList();
    }

    /** Whether levels are as good as others, in their order. */
    static boolean areAsGood(List<Long> levels, List<Long> others) {
        for (int i = 0; i < levels.size(); i++) {
            int compared = Long.compare(levels.get(i), others.get(i));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return true;
    }

    private Envelope narrowed(UnaryOperator<FundingOption> change, int skipped) {
        return new Envelope(
                envelope.credits(),
                envelope.valeur(),
                envelope.epcis().stream()
                        .map(epci -> epci.siren().equals(siren) ? narrowed(epci, change, skipped) : epci)
                        .toList());
    }

    private EpciChoices narrowed(EpciChoices epci, UnaryOperator<FundingOption> change, int skipped) {
        return new EpciChoices(
                epci.siren(),
                epci.name(),
                epci.departement(),
                epci.besoin(),
                epci.siege(),
                epci.options().stream()
                        .filter(option -> option.financement() == financement)
                        .skip(skipped)
                        .map(change)
                        .toList(),
                epci.engaged(),
                epci.excluded());
    }

    private static SortedMap<BudgetCell, Long> scaled(SortedMap<BudgetCell, Long> cents, int perMille) {
        SortedMap<BudgetCell, Long> scaled = new TreeMap<>(cents);
        scaled.replaceAll((cell, part) -> part * (1_000 - perMille) / 1_000);
        return scaled;
    }

    private static Envelope raised(Envelope envelope, int year, long cents) {
        List<Credit> credits = new ArrayList<>();
        for (Map.Entry<BudgetCell, Credit> row : envelope.credits().byCell().entrySet()) {
            Credit credit = row.getValue();
            long more = row.getKey().year() == year ? cents : 0;
            credits.add(new Credit(row.getKey(), credit.voted() + more, credit.promised(), credit.carriesOver()));
        }
        return envelope.with(Credits.of(credits, envelope.credits().equity()));
    }

    /** The same envelope where one line of one year has all that could be spent. */
    static Envelope without(Envelope envelope, int year, LigneCredit line) {
        List<Credit> credits = envelope.credits().byCell().values().stream()
                .map(credit -> credit.cell().equals(new BudgetCell(year, line))
                        ? new Credit(credit.cell(), 100_000_000_000L, 0, credit.carriesOver())
                        : credit)
                .toList();
        return envelope.with(Credits.of(credits, envelope.credits().equity()));
    }
}
