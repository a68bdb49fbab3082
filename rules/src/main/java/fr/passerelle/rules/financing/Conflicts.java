package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Notifications that contradict each other since EPCIs merged (RULES 4.9): two seats, or a line that two acts aid. Shown, never resolved.
 *
 * @param steps one for each way to contradict, where there are two notifications at least
 */
record Conflicts(List<Conflit> conflits, List<RegleEssayee> steps) {

    private static final String NONE = "AUCUNE";

    static Conflicts of(String on, List<Notification> standing) {
        if (standing.size() < 2) {
            return new Conflicts(List.of(), List.of(step(on, NONE, standing, one -> Stream.of())));
        }
        return new Conflicts(
                Stream.concat(
                                conflit("TIERS_LIEUX_MULTIPLES", seats(standing), one -> Objects.toString(one.seat())),
                                conflit("AIDE_CUMULEE", cumulated(standing), one -> Objects.toString(one.total())))
                        .toList(),
                List.of(
                        step(on, code("TIERS_LIEUX_MULTIPLES", seats(standing)), standing, Conflicts::seat),
                        step(on, code("AIDE_CUMULEE", cumulated(standing)), standing, Conflicts::aids)));
    }

    /** Those that have a seat, where it is not the same. */
    private static List<Notification> seats(List<Notification> standing) {
        List<Notification> seated =
                standing.stream().filter(one -> one.seat() != null).toList();
        boolean different = seated.stream().map(Notification::seat).distinct().count() > 1;
        return different ? seated : List.of();
    }

    /** Those that aid a line which another aids too. */
    private static List<Notification> cumulated(List<Notification> standing) {
        return standing.stream()
                .filter(one -> standing.stream().anyMatch(other -> other != one && one.aidsTheSameAs(other)))
                .toList();
    }

    private static String code(String code, List<Notification> contradicting) {
        return contradicting.isEmpty() ? NONE : code;
    }

    private static Stream<Conflit> conflit(
            String code, List<Notification> contradicting, Function<Notification, String> value) {
        return contradicting.isEmpty()
                ? Stream.of()
                : Stream.of(new Conflit(
                        code,
                        contradicting.stream().map(Notification::act).toList(),
                        contradicting.stream().map(value).toList()));
    }

    private static RegleEssayee step(
            String on, String outcome, List<Notification> standing, Function<Notification, Stream<Operande>> said) {
        return Steps.passed(
                Rule.DECISIONS_CONTRAIRES,
                on,
                outcome,
                standing.stream()
                        .flatMap(one ->
                                Stream.concat(Stream.of(Steps.text("acte", one.act(), Unite.CODE)), said.apply(one)))
                        .toArray(Operande[]::new));
    }

    private static Stream<Operande> seat(Notification notification) {
        return Stream.of(Steps.text("tiers_lieu", notification.seat(), Unite.CODE));
    }

    private static Stream<Operande> aids(Notification notification) {
        return notification.decision().getAid().stream().map(Conflicts::aid);
    }

    private static Operande aid(AideNotifiee aid) {
        return Steps.euros(aid.getLine().toLowerCase(Locale.ROOT), aid.getAid());
    }
}
