package fr.passerelle.rules.financing;

import fr.passerelle.rules.financing.Notifications.Notification;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an EPCI, beside what the rules now find: it stays, and it changes nothing of the proposal.
 *
 * @param ecarts by act, oldest first
 */
record DecisionFindings(List<Ecart> ecarts, List<Conflit> conflits, List<RegleEssayee> steps) {

    static DecisionFindings of(String siren, List<DecisionRecorded> decisions, ProposedAid proposed) {
        String on = Steps.epci(siren);
        List<Notification> standing = Notifications.standing(siren, decisions);
        List<Gaps> gaps =
                standing.stream().map(one -> Gaps.of(on, one, proposed)).toList();
        Conflicts conflicts = Conflicts.of(on, standing);
        return new DecisionFindings(
                gaps.stream().flatMap(one -> one.ecarts().stream()).toList(),
                conflicts.conflits(),
                Stream.concat(notified(on, gaps), conflicts.steps().stream()).toList());
    }

    private static Stream<RegleEssayee> notified(String on, List<Gaps> gaps) {
        return gaps.isEmpty()
                ? Stream.of(Steps.passed(Rule.NOTIFIE, on, "SANS_NOTIFICATION"))
                : gaps.stream().map(Gaps::step);
    }

    /** Notifications that contradict each other since EPCIs merged (RULES 4.9): two seats, or a line that two acts aid. Shown, never resolved. */
    private record Conflicts(List<Conflit> conflits, List<RegleEssayee> steps) {

        private static final String NONE = "AUCUNE";

        static Conflicts of(String on, List<Notification> standing) {
            if (standing.size() < 2) {
                return new Conflicts(List.of(), List.of(step(on, NONE, standing, one -> Stream.of())));
            }
            return new Conflicts(
                    Stream.concat(
                                    conflit("TIERS_LIEUX_MULTIPLES", seats(standing), Notification::seat),
                                    conflit("AIDE_CUMULEE", cumulated(standing), Notification::total))
                            .toList(),
                    List.of(
                            step(on, code("TIERS_LIEUX_MULTIPLES", seats(standing)), standing, Conflicts::seat),
                            step(on, code("AIDE_CUMULEE", cumulated(standing)), standing, Conflicts::aids)));
        }

        /** Those that have a seat, where it is not the same. */
        private static List<Notification> seats(List<Notification> standing) {
            List<Notification> seated =
                    standing.stream().filter(one -> one.seat() != null).toList();
            boolean different =
                    seated.stream().map(Notification::seat).distinct().count() > 1;
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
                String code, List<Notification> contradicting, Function<Notification, @Nullable Object> value) {
            return contradicting.isEmpty()
                    ? Stream.of()
                    : Stream.of(new Conflit(
                            code,
                            contradicting.stream().map(Notification::act).toList(),
                            contradicting.stream()
                                    .map(one -> Objects.toString(value.apply(one)))
                                    .toList()));
        }

        private static RegleEssayee step(
                String on, String outcome, List<Notification> standing, Function<Notification, Stream<Operande>> said) {
            return Steps.passed(
                    Rule.DECISIONS_CONTRAIRES,
                    on,
                    outcome,
                    standing.stream()
                            .flatMap(one -> Stream.concat(
                                    Stream.of(Steps.text("acte", one.act(), Unite.CODE)), said.apply(one)))
                            .toArray(Operande[]::new));
        }

        private static Stream<Operande> seat(Notification notification) {
            return Stream.of(Steps.text("tiers_lieu", notification.seat(), Unite.CODE));
        }

        private static Stream<Operande> aids(Notification notification) {
            return notification.decision().getAid().stream()
                    .map(aid -> Steps.euros(aid.getLine().toLowerCase(Locale.ROOT), aid.getAid()));
        }
    }

    /**
     * What the rules now find, held against one notification: what was notified stays. An amount that was not notified, one that is not known
     * and nothing at all are the same.
     */
    private record Gaps(List<Ecart> ecarts, RegleEssayee step) {

        static Gaps of(String on, Notification notification, ProposedAid proposed) {
            List<NotifiedItem> held = new ArrayList<>();
            held.add(NotifiedItem.seat("TIERS_LIEU", notification.seat(), proposed.seat()));
            for (AidLine line : proposed.lines()) {
                String name = line.getLine().name();
                held.add(NotifiedItem.euros(name, notification.aid(name), line.getAid()));
            }
            held.add(NotifiedItem.euros("AIDE_TOTALE", notification.total(), proposed.total()));
            List<Ecart> ecarts = held.stream()
                    .filter(NotifiedItem::differs)
                    .map(one -> one.ecart(notification.act()))
                    .toList();
            return new Gaps(ecarts, step(on, notification, held, ecarts.isEmpty()));
        }

        private static RegleEssayee step(String on, Notification notification, List<NotifiedItem> held, boolean same) {
            Stream<Operande> act = Stream.of(
                    Steps.text("acte", notification.act(), Unite.CODE),
                    Steps.day("date", notification.decision().getDecidedOn()),
                    Steps.text("epci_notifie", notification.party(), Unite.CODE));
            Stream<Operande> items = held.stream().flatMap(one -> Stream.of(one.notified(), one.now()));
            return Steps.passed(
                    Rule.NOTIFIE,
                    on,
                    same ? "CONFORME" : "ECART",
                    Stream.concat(act, items).toArray(Operande[]::new));
        }
    }

    /** One item of a notification, as it was notified and as the rules now find it. */
    private record NotifiedItem(String name, Operande notified, Operande now, boolean differs) {

        static NotifiedItem seat(String name, @Nullable String notified, @Nullable String now) {
            return new NotifiedItem(
                    name,
                    Steps.text(operand(name, "_notifie"), notified, Unite.CODE),
                    Steps.text(operand(name, "_propose"), now, Unite.CODE),
                    !Objects.equals(notified, now));
        }

        static NotifiedItem euros(String name, @Nullable BigDecimal notified, @Nullable BigDecimal now) {
            return new NotifiedItem(
                    name,
                    Steps.euros(operand(name, "_notifie"), notified),
                    Steps.euros(operand(name, "_propose"), now),
                    Cents.orZero(notified).compareTo(Cents.orZero(now)) != 0);
        }

        Ecart ecart(String act) {
            return new Ecart(name, said(notified), said(now), act);
        }

        private static @Nullable String said(Operande operand) {
            BigDecimal amount = operand.getAmount();
            return amount == null ? operand.getText() : Cents.of(amount).toPlainString();
        }

        private static String operand(String name, String suffix) {
            return name.toLowerCase(Locale.ROOT) + suffix;
        }
    }

    /**
     * What the rules now find for an EPCI.
     *
     * @param seat room:ID or site:ID; null where none is proposed
     * @param total euros; null where no line has a cost
     */
    record ProposedAid(
            @Nullable String seat,
            List<AidLine> lines,
            @Nullable BigDecimal total) {}
}
