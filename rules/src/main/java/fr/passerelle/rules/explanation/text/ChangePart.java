package fr.passerelle.rules.explanation.text;

import fr.passerelle.rules.conversion.Reason;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What would change the conclusion: what alters the seat first, then what alters where a room stands. */
record ChangePart(Dossier dossier, Naming naming) {

    private static final int TOLD = 2;

    private static final Comparator<Contrefactuel> SEAT_FIRST =
            Comparator.comparing(change -> Objects.equals(change.getSeatBefore(), change.getSeatAfter()));

    /** Those that matter most to the whole EPCI. */
    Stream<Sentence> sentences() {
        return said(Stream.concat(
                Stream.concat(
                                single(dossier.plan().getContrefactuels()),
                                dossier.conversions().stream().flatMap(this::combined))
                        .limit(TOLD),
                another()));
    }

    /** Those of one room only. */
    Stream<Sentence> sentencesOf(String room) {
        return said(Stream.concat(
                        single(dossier.plan().getContrefactuels().stream()
                                .filter(change -> change.getOn().equals("room:" + room))
                                .toList()),
                        dossier.conversion(room).stream().flatMap(this::combined))
                .limit(TOLD));
    }

    private static Stream<Sentence> said(Stream<String> conditions) {
        List<String> all = conditions
                .map(condition -> Textes.say("changement.si", Map.of("condition", condition)))
                .toList();
        return all.isEmpty()
                ? Stream.empty()
                : Stream.of(Sentence.kept("maire.changement", Map.of("conditions", Textes.or(all))));
    }

    private Stream<String> single(List<Contrefactuel> changes) {
        ChangeWords words = new ChangeWords(dossier, naming);
        return changes.stream().sorted(SEAT_FIRST).map(words::condition);
    }

    /** Where both the score and the functions are short, no single change is enough: the two together are told. */
    private Stream<String> combined(Conversion conversion) {
        List<String> reasons = conversion.getReasons();
        int missing = dossier.functionsNeeded() - dossier.confirmed(conversion.getRoomId());
        boolean both = reasons.contains(Reason.SOUS_LE_SEUIL.name())
                && reasons.contains(Reason.FONCTIONS_INSUFFISANTES.name());
        return both && missing > 0 && dossier.threshold() >= 0
                ? Stream.of(Textes.say(
                        "changement.note.et.fonctions",
                        Map.of(
                                "sujet", dossier.bare(conversion.getRoomId(), naming),
                                "seuil", dossier.threshold(),
                                "n", missing)))
                : Stream.empty();
    }

    /** Where the EPCI may still be proposed a seat, it may offer one. */
    private Stream<String> another() {
        Plan plan = dossier.plan();
        boolean open = plan.getSiege() == null
                && plan.getExistingTiersLieu() == null
                && plan.getExAequo().isEmpty()
                && !plan.getReasons().contains(Reason.AUCUN_TIERS_LIEU_PREVU.name());
        return open ? Stream.of(Textes.say("changement.autre.local")) : Stream.empty();
    }
}
