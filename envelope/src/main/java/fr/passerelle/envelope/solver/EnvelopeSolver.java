package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Preuve;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What to fund under voted credits: the same answer, to the byte, to the same question. */
public final class EnvelopeSolver {

    /** Deterministic time of one search for the answer. */
    private static final double LIMIT = 30;
    /** The same of one search for a reason: there are hundreds. */
    private static final double LIMIT_OF_A_REASON = 5;

    private EnvelopeSolver() {}

    /** A question that has no answer at all; its message is a French sentence that says why. */
    public static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Refusal(String sentence) {
            super(sentence);
        }
    }

    /**
     * The best answer, checked by the certificate of the rules.
     *
     * @param question with the value function that decides
     * @param adopted choices of the scenario that was adopted, which a tie keeps; empty where none was
     * @param reasons whether to find why each EPCI waits, and what half of the credits funds; a trial within seconds goes without
     * @param progress told in French how far it is
     * @throws Refusal where no answer may be
     */
    public static Enveloppe solve(
            Envelope question, List<ChoixEpci> adopted, boolean reasons, Consumer<String> progress) {
        ExactSearch ofReasons = new ExactSearch(LIMIT_OF_A_REASON);
        BestProgramme best = best(question, adopted, progress, new ExactSearch(LIMIT));
        return reasons
                ? new EnvelopeReasons(ofReasons, best, progress).added(answer(best))
                : answer(best).setEquite(List.of()).setAttentes(List.of()).build();
    }

    /** The best answer alone, by a search of another limit. */
    static Enveloppe solve(Envelope question, ExactSearch search) {
        return answer(best(question, List.of(), message -> {}, search))
                .setEquite(List.of())
                .setAttentes(List.of())
                .build();
    }

    private static BestProgramme best(
            Envelope question, List<ChoixEpci> adopted, Consumer<String> progress, ExactSearch search) {
        Envelope envelope = bySiren(question);
        checkCredits(envelope);
        progress.accept("Recherche du meilleur choix…");
        return BestProgramme.of(
                        search, Choosing.under(envelope), BestProgramme.nothing(envelope), kept(envelope, adopted))
                .orElseThrow(() -> refusal(envelope, search));
    }

    private static Enveloppe.Builder answer(BestProgramme best) {
        ProgrammeAnswer answer = new ProgrammeAnswer(best.envelope(), best.programme());
        return Enveloppe.newBuilder()
                .setValeur(best.envelope().valeur().valeur())
                .setPreuve(best.preuve())
                .setNiveaux(best.niveaux())
                .setChoix(answer.choices())
                .setUsages(answer.usages())
                .setEuros(EuroValues.of(best.envelope()));
    }

    /** In the one order of the answer, whatever that of the question. */
    private static Envelope bySiren(Envelope envelope) {
        return new Envelope(
                envelope.credits(),
                envelope.valeur(),
                envelope.epcis().stream()
                        .sorted(Comparator.comparing(EpciChoices::siren))
                        .toList());
    }

    /** Options that would be no change against the adopted scenario, where they still may be chosen. */
    private static Map<String, FundingOption> kept(Envelope envelope, List<ChoixEpci> adopted) {
        Map<String, ChoixEpci> before = adopted.stream().collect(Collectors.toMap(ChoixEpci::getEpci, choix -> choix));
        Map<String, FundingOption> kept = new TreeMap<>();
        for (EpciChoices epci : envelope.epcis()) {
            ChoixEpci choix = before.get(epci.siren());
            epci.options().stream()
                    .filter(option -> choix != null && isSame(option, choix))
                    .forEach(option -> kept.put(epci.siren(), option));
        }
        return kept;
    }

    private static boolean isSame(FundingOption option, ChoixEpci choix) {
        Integer year = choix.getYear();
        return option.financement() == choix.getFinancement() && option.year() == (year == null ? 0 : year);
    }

    /** @throws Refusal where what was notified exceeds the credits: of which years, on which line, by how much */
    private static void checkCredits(Envelope envelope) {
        String lacking = envelope.windows().stream()
                .filter(window -> envelope.left(window) < 0)
                .map(window -> RefusalText.lack(window, -envelope.left(window)))
                .collect(Collectors.joining(" "));
        if (!lacking.isEmpty()) {
            throw new Refusal(lacking);
        }
    }

    /** The rows of equity that no answer holds: each is left out alone, to see whether the others hold then. */
    private static Refusal refusal(Envelope envelope, ExactSearch search) {
        if (search.preuve() == Preuve.INTERROMPU) {
            return new Refusal(RefusalText.STOPPED);
        }
        List<EquityRow> rows = envelope.credits().equity();
        return new Refusal(RefusalText.equity(
                rows,
                rows.stream()
                        .filter(row -> search.any(Choosing.under(envelope.without(row))) instanceof End.Answer)
                        .toList()));
    }
}
