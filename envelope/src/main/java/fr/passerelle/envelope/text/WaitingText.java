package fr.passerelle.envelope.text;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why an EPCI waits, as its maires read it: under 150 words, no fact lost; those whose place it would take are counted, if need be. */
public final class WaitingText {

    /** A text has fewer words than this. */
    public static final int LIMIT = 150;

    /** So many EPCIs are named at most. */
    private static final int NAMED = 3;

    private final ScenarioComputed scenario;
    private final Enveloppe envelope;
    private final MotifAttente waiting;
    private final ChoixEpci choice;

    private WaitingText(ScenarioComputed scenario, Enveloppe envelope, MotifAttente waiting) {
        this.scenario = scenario;
        this.envelope = envelope;
        this.waiting = waiting;
        this.choice = choice(envelope, waiting.getEpci()).orElseThrow();
    }

    /** The text, one paragraph; empty where the EPCI does not wait, or nobody computed why. */
    public static Optional<String> of(ScenarioComputed scenario, String siren) {
        return Optional.ofNullable(scenario.getEnveloppe())
                .flatMap(envelope -> envelope.getAttentes().stream()
                        .filter(each -> each.getEpci().equals(siren))
                        .findFirst()
                        .map(waiting -> new WaitingText(scenario, envelope, waiting).fitted()));
    }

    private static Optional<ChoixEpci> choice(Enveloppe envelope, String siren) {
        return envelope.getChoix().stream()
                .filter(choice -> choice.getEpci().equals(siren))
                .findFirst();
    }

    /** The name of an EPCI with its kind in full, as a sentence has it; the SIREN of one that the scenario does not know. */
    static String named(Enveloppe envelope, String siren, UnaryOperator<String> inSentence) {
        return choice(envelope, siren).map(ChoixEpci::getName).map(inSentence).orElse(siren);
    }

    private String fitted() {
        return IntStream.rangeClosed(0, NAMED)
                .map(n -> NAMED - n)
                .mapToObj(this::naming)
                .filter(text -> WordCount.count(text) < LIMIT)
                .findFirst()
                .orElseGet(() -> naming(0));
    }

    private String naming(int epcis) {
        return Stream.of(
                        date(),
                        calculation(),
                        site(),
                        proof(),
                        place(epcis),
                        study(),
                        credit(),
                        levers(),
                        Textes.say("attente.droits"),
                        scenario.getDemonstration() ? Textes.say("mention.demonstration") : "")
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String date() {
        return Textes.say(
                "attente.date",
                Map.of(
                        "epci", FrenchNames.epci(choice.getName()),
                        "date", Months.lastDay(scenario.getAsOf())));
    }

    private String calculation() {
        List<UsageCredit> voted = envelope.getUsages().stream()
                .filter(usage -> usage.getVoted().signum() > 0)
                .toList();
        List<UsageCredit> told = voted.isEmpty() ? envelope.getUsages() : voted;
        int first = told.stream().mapToInt(UsageCredit::getYear).min().orElseThrow();
        int last = told.stream().mapToInt(UsageCredit::getYear).max().orElseThrow();
        return Textes.say(
                "attente.calcul",
                Map.of(
                        "ans", first == last ? "un" : "plusieurs",
                        "debut", String.valueOf(first),
                        "fin", String.valueOf(last),
                        "montant", sum(told, usage -> usage.getVoted().subtract(usage.getPromised())),
                        "notifie", sum(told, UsageCredit::getCommitted),
                        "valeur", ScenarioWords.valeur(envelope.getValeur())));
    }

    private static BigDecimal sum(List<UsageCredit> usages, Function<UsageCredit, BigDecimal> euros) {
        return usages.stream()
                .map(euros)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
    }

    /** A site has no score: where scores are summed it counts for nothing. */
    private String site() {
        boolean counts = envelope.getValeur() != Valeur.SCORE
                || choice.getSiege() == null
                || choice.getSiege().getKind() == SiegeKind.SALLE;
        return counts ? "" : Textes.say("attente.local");
    }

    private String study() {
        return choice.getFinancement() == Financement.ETUDE
                ? Textes.say("attente.etude", Map.of("annee", String.valueOf(choice.getYear())))
                : "";
    }

    private String proof() {
        if (envelope.getPreuve() == Preuve.INTERROMPU) {
            return Textes.say("attente.arret");
        }
        return waiting.getPreuve() == Preuve.INTERROMPU ? Textes.say("attente.arret.motif") : "";
    }

    private String place(int epcis) {
        Remplacement replacement = waiting.getRemplacement();
        Map<String, String> said = Map.of("quoi", subject());
        if (!replacement.getPossible()) {
            return Textes.say("attente.place.impossible", said);
        }
        if (replacement.getDeplacements().isEmpty()) {
            return Textes.say("attente.place.personne", said);
        }
        String movers = movers(replacement.getDeplacements(), epcis);
        return Textes.say("attente.place.qui", Map.of("quoi", subject(), "qui", movers));
    }

    private String subject() {
        String commune = choice.getSiege() == null ? null : choice.getSiege().getCommune();
        return Textes.say(
                "attente.quoi",
                Map.of(
                        "quoi",
                        waiting.getFinancement().name(),
                        "lieu",
                        commune == null ? "" : " " + FrenchNames.at(commune)));
    }

    private String movers(List<Deplacement> moves, int named) {
        return named == 0
                ? Textes.say("attente.qui", Map.of("n", moves.size()))
                : Textes.and(
                        moves.stream()
                                .map(move -> named(envelope, move.getEpci(), FrenchNames::theEpci))
                                .toList(),
                        named,
                        "attente.qui.autres");
    }

    private String credit() {
        return CostReach.isTie(waiting)
                ? Textes.say("attente.credit.egalite")
                : CostReach.least(waiting)
                        .map(least -> Map.of(
                                "euros", WaitingReasons.wholeEuros(Objects.requireNonNull(least.getEuros())),
                                "annee", String.valueOf(least.getYear())))
                        .map(said -> Textes.say("attente.credit", said))
                        .orElseGet(() -> Textes.say("attente.credit.aucun"));
    }

    private String levers() {
        return CostReach.isTie(waiting)
                ? ""
                : CostReach.percentage(waiting)
                        .map(part -> Textes.say("attente.levier", Map.of("part", part)))
                        .orElseGet(() -> Textes.say("attente.levier.aucun"));
    }
}
