package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.answer;
import static fr.passerelle.rules.trace.Steps.code;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Where a place stands, every reason, and the rules tried on it. */
record PlaceCandidature(Place place, Candidature candidature, List<ProposalReason> reasons, List<RegleEssayee> trace) {

    /** What stands against a place as a seat (RULES 4.1 and 4.2): the first certain verdict decides, else the first doubt; all are told. */
    private static final List<BiFunction<Place, JeuDeRegles, Optional<RuleTrial<Verdict>>>> BOOK = List.of(
            PlaceCandidature::itsFunctions,
            PlaceCandidature::itHasNoScore,
            PlaceCandidature::whereTheThresholdLies,
            PlaceCandidature::itLacksFunctions,
            PlaceCandidature::itsOwnerRefuses,
            PlaceCandidature::itsRecentDataAreThin,
            PlaceCandidature::itsNumbersAreSmall);

    static PlaceCandidature of(Place place, JeuDeRegles rules) {
        List<RuleTrial<Verdict>> ruleTrial =
                BOOK.stream().flatMap(rule -> rule.apply(place, rules).stream()).toList();
        List<RuleTrial<Verdict>> against = against(ruleTrial);
        return against.isEmpty()
                ? new PlaceCandidature(
                        place,
                        Candidature.CANDIDATE,
                        List.of(
                                place.scored() == null
                                        ? ProposalReason.FONCTIONS_SUFFISANTES
                                        : ProposalReason.SEUIL_ATTEINT),
                        RuleTrial.steps(place.on(), ruleTrial, null))
                : new PlaceCandidature(
                        place,
                        verdict(against.getFirst()).candidature(),
                        against.stream().map(one -> verdict(one).reason()).toList(),
                        RuleTrial.steps(place.on(), ruleTrial, against.getFirst()));
    }

    /** Certain noes come before doubt: the first decides. */
    private static List<RuleTrial<Verdict>> against(List<RuleTrial<Verdict>> ruleTrial) {
        return ruleTrial.stream()
                .filter(one -> one.conclusion().isPresent())
                .sorted(Comparator.comparing(one -> verdict(one).isDoubt()))
                .toList();
    }

    private static Verdict verdict(RuleTrial<Verdict> against) {
        return against.conclusion().orElseThrow();
    }

    boolean isCandidate() {
        return candidature == Candidature.CANDIDATE;
    }

    /** Whether nothing but its data, too thin or too few, stands against it. */
    boolean isHeldBack() {
        return candidature == Candidature.A_INSTRUIRE && reasons.stream().allMatch(ProposalReason::holdsBack);
    }

    /** Where a further rule leaves it. */
    PlaceCandidature then(Verdict verdict, RegleEssayee step) {
        return new PlaceCandidature(
                place, verdict.candidature(), append(reasons, verdict.reason()), append(trace, step));
    }

    /** The same, with a rule tried that changes nothing of where it stands. */
    PlaceCandidature noting(RegleEssayee step) {
        return new PlaceCandidature(place, candidature, reasons, append(trace, step));
    }

    static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    private static Optional<RuleTrial<Verdict>> itsFunctions(Place place, JeuDeRegles rules) {
        return Optional.of(RuleTrial.passed(
                Rule.FONCTIONS_DU_LIEU,
                String.valueOf(place.confirmed().size()),
                () -> place.fonctions().stream().map(PlaceCandidature::told).toArray(Operande[]::new)));
    }

    private static Operande told(FonctionJugee fonction) {
        return code(fonction.getFonction().name().toLowerCase(Locale.ROOT), fonction.getDisponibilite());
    }

    private static Optional<RuleTrial<Verdict>> itHasNoScore(Place place, JeuDeRegles rules) {
        return Optional.ofNullable(place.scored())
                .map(room -> room.frequentation().getState())
                .map(state -> found(
                        state == FrequentationState.DONNEES_INSUFFISANTES,
                        Rule.NOTE_EXISTANTE,
                        new Verdict(Candidature.DONNEES_INSUFFISANTES, ProposalReason.DONNEES_INSUFFISANTES),
                        FrequentationState.NOTEE,
                        code("etat", state)));
    }

    private static Optional<RuleTrial<Verdict>> whereTheThresholdLies(Place place, JeuDeRegles rules) {
        Integer low = place.low();
        Integer high = place.high();
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(found(
                        low < rules.threshold(),
                        Rule.SEUIL,
                        high < rules.threshold()
                                ? new Verdict(Candidature.SOUS_LE_SEUIL, ProposalReason.SOUS_LE_SEUIL)
                                : new Verdict(Candidature.A_INSTRUIRE, ProposalReason.SEUIL_DANS_LA_FOURCHETTE),
                        ProposalReason.SEUIL_ATTEINT,
                        whole("borne_basse", low, Unite.POINTS),
                        whole("borne_haute", high, Unite.POINTS),
                        whole("seuil", rules.threshold(), Unite.POINTS)));
    }

    private static Optional<RuleTrial<Verdict>> itLacksFunctions(Place place, JeuDeRegles rules) {
        int confirmed = place.confirmed().size();
        int minimum = rules.conversion().minimumFunctions();
        return Optional.of(found(
                confirmed < minimum,
                Rule.FONCTIONS_SUFFISANTES,
                new Verdict(Candidature.FONCTIONS_INSUFFISANTES, ProposalReason.FONCTIONS_INSUFFISANTES),
                ProposalReason.FONCTIONS_SUFFISANTES,
                whole("fonctions_confirmees", confirmed, Unite.FONCTIONS),
                whole("fonctions_minimum", minimum, Unite.FONCTIONS)));
    }

    /** What has to be lifted is told of it, and keeps it from nothing. */
    private static Optional<RuleTrial<Verdict>> itsOwnerRefuses(Place place, JeuDeRegles rules) {
        return Optional.of(found(
                place.isRefused(),
                Rule.ACCORD_ET_ACCES,
                new Verdict(Candidature.REFUS_PROPRIETAIRE, ProposalReason.REFUS_PROPRIETAIRE),
                place.toLift().isEmpty() ? Finding.RIEN_A_LEVER : Finding.A_LEVER,
                answer("accord_proprietaire", place.hosting().getOwnerAgreement()),
                answer("acces_plain_pied", place.hosting().getStepFreeAccess())));
    }

    private static Optional<RuleTrial<Verdict>> itsRecentDataAreThin(Place place, JeuDeRegles rules) {
        return ofACandidate(place, rules)
                .map(score -> heldBack(
                        score,
                        Flag.RECENT_DATA_THIN,
                        Rule.DONNEES_RECENTES,
                        ProposalReason.DONNEES_RECENTES_INSUFFISANTES,
                        whole("mois_observes_recents", score.getObserved12Months(), Unite.MOIS),
                        whole("mois_ouverts_recents", score.getOpen12Months(), Unite.MOIS),
                        whole("mois_recents_minimum", rules.signalements().recentMonthsLeast(), Unite.MOIS)));
    }

    private static Optional<RuleTrial<Verdict>> itsNumbersAreSmall(Place place, JeuDeRegles rules) {
        return ofACandidate(place, rules)
                .map(score -> heldBack(
                        score,
                        Flag.SMALL_NUMBERS,
                        Rule.PETITS_NOMBRES,
                        ProposalReason.PETITS_NOMBRES,
                        whole("presences_douze_mois", score.getPresences12Months(), Unite.PRESENCES),
                        whole("mois_observes_recents", score.getObserved12Months(), Unite.MOIS),
                        whole("presences_minimum", rules.signalements().presencesLeast(), Unite.PRESENCES)));
    }

    /** Attendance of a room that nothing else stands against; empty for any other place. */
    private static Optional<Frequentation> ofACandidate(Place place, JeuDeRegles rules) {
        Integer low = place.low();
        boolean candidate = low != null
                && low >= rules.threshold()
                && !place.isRefused()
                && place.confirmed().size() >= rules.conversion().minimumFunctions();
        return candidate ? Optional.of(place.room().frequentation()) : Optional.empty();
    }

    private static RuleTrial<Verdict> heldBack(
            Frequentation score, Flag flag, Rule rule, ProposalReason reason, Operande... operands) {
        return found(
                score.getFlags().contains(flag.name()),
                rule,
                new Verdict(Candidature.A_INSTRUIRE, reason),
                Finding.DONNEES_SUFFISANTES,
                operands);
    }

    private static RuleTrial<Verdict> found(
            boolean against, Rule rule, Verdict verdict, Enum<?> otherwise, Operande... operands) {
        return RuleTrial.of(against, rule, verdict, verdict.reason(), otherwise, () -> operands);
    }

    /** Where a rule leaves a place, and its reason. */
    record Verdict(Candidature candidature, ProposalReason reason) {

        /** Whether a certain one comes before it: the bounds may still close on either side of the threshold. */
        boolean isDoubt() {
            return candidature == Candidature.A_INSTRUIRE;
        }
    }
}
