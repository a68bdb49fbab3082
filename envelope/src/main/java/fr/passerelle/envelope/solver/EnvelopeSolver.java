package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
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

    /**
     * The best answer, checked by the certificate of the rules.
     *
     * @param progress told in French how far it is
     * @throws EnvelopeRefused where no answer may be
     */
    public static Enveloppe solve(EnvelopeQuestion question, Consumer<String> progress) {
        return solve(question, progress, new ExactSearch(LIMIT), new ExactSearch(LIMIT_OF_A_REASON));
    }

    static Enveloppe solve(
            EnvelopeQuestion question, Consumer<String> progress, ExactSearch search, ExactSearch reasons) {
        Envelope envelope = bySiren(question.envelope());
        EnvelopeChecks.checkCredits(envelope);
        progress.accept("Recherche du meilleur choix…");
        BestProgramme best = new EnvelopeSearch(search)
                .best(Choosing.under(envelope), EnvelopeSearch.nothing(envelope), kept(envelope, question.adopted()))
                .orElseThrow(() -> new EnvelopeChecks(search).refusal(envelope));
        Enveloppe.Builder answer = Enveloppe.newBuilder()
                .setValeur(envelope.valeur().valeur())
                .setPreuve(best.preuve())
                .setNiveaux(best.niveaux())
                .setChoix(new ProgrammeChoices(envelope, best.programme()).all())
                .setUsages(new CreditUsage(envelope, best.programme()).all())
                .setEuros(EuroValues.of(envelope));
        return question.reasons()
                ? new EnvelopeReasons(reasons, best, progress).added(answer)
                : answer.setEquite(List.of()).setAttentes(List.of()).build();
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
}
