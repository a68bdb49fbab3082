package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications of an EPCI stand (RULES 4.9), from the decisions on it in the order of the log. Of each party that was notified, the
 * latest act by date holds (by the log where dates are equal): a NOTIFIED stands, a REFUSED ends what was notified. ACCEPTED and
 * OBSERVATIONS answer a notification and leave it standing. A NOTIFIED or REFUSED of the EPCI as it is, made after those of another had
 * come with its communes and no earlier in date, takes their place: then people have decided, and nothing contradicts.
 */
public final class Notifications {

    private static final String ROOM = "room:";

    private Notifications() {}

    /** Those that stand, the oldest first. */
    static List<Notification> standing(String siren, List<DecisionRecorded> decisions) {
        Map<String, Notification> latest = latest(siren, decisions);
        Notification own = latest.get(siren);
        return latest.values().stream()
                .filter(act -> act.decision().getKind() == DecisionKind.NOTIFIED && !act.isReplacedBy(own))
                .sorted(Notification.BY_DATE)
                .toList();
    }

    private static Map<String, Notification> latest(String siren, List<DecisionRecorded> decisions) {
        Map<String, Notification> latest = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            DecisionRecorded decision = decisions.get(i);
            String party = Objects.requireNonNullElse(decision.getNotifiedEpci(), siren);
            if (decision.getSubject().startsWith("epci:") && settles(decision)) {
                latest.merge(party, new Notification(decision, party, i), BinaryOperator.maxBy(Notification.BY_DATE));
            }
        }
        return latest;
    }

    private static boolean settles(DecisionRecorded decision) {
        return decision.getKind() == DecisionKind.NOTIFIED || decision.getKind() == DecisionKind.REFUSED;
    }

    /** The standing acts that gave aid, the oldest first, of decisions in the order of the log; none that gave no euro. */
    public static List<DecisionRecorded> withAid(String siren, List<DecisionRecorded> decisions) {
        return acts(siren, decisions).filter(Notifications::givesAid).toList();
    }

    /** The standing acts that gave aid or a seat, whose amounts may not be known, the oldest first. */
    public static List<DecisionRecorded> withAidOrSeat(String siren, List<DecisionRecorded> decisions) {
        return acts(siren, decisions)
                .filter(decision -> decision.getSeat() != null || givesAid(decision))
                .toList();
    }

    /**
     * The seats of a tiers lieu that were notified to an EPCI and still stand.
     *
     * @param decisions on the EPCI, in the order of the log
     * @return room:ID or site:ID, the oldest act first; two where acts contradict each other since EPCIs merged
     */
    public static List<String> seats(String siren, List<DecisionRecorded> decisions) {
        return acts(siren, decisions)
                .flatMap(decision -> Stream.ofNullable(decision.getSeat()))
                .distinct()
                .toList();
    }

    private static Stream<DecisionRecorded> acts(String siren, List<DecisionRecorded> decisions) {
        return standing(siren, decisions).stream().map(Notification::decision);
    }

    private static boolean givesAid(DecisionRecorded decision) {
        return decision.getAid().stream().anyMatch(aid -> aid.getAid().signum() > 0);
    }

    /**
     * Identifiers of the rooms of the region that were notified as étapes and still are, by decisions in the order of the log: of the acts on
     * a room the latest by date holds, a refusal ends it.
     */
    public static Set<String> etapes(List<DecisionRecorded> decisions) {
        Map<String, DecisionRecorded> latest = new HashMap<>();
        decisions.stream()
                .filter(decision -> decision.getSubject().startsWith(ROOM) && settles(decision))
                .forEach(decision -> latest.merge(
                        decision.getSubject(),
                        decision,
                        (known, next) -> next.getDecidedOn().isBefore(known.getDecidedOn()) ? known : next));
        return latest.values().stream()
                .filter(decision -> decision.getKind() == DecisionKind.NOTIFIED)
                .filter(decision -> ConversionKind.ETAPE_NOMADE.name().equals(decision.getConversion()))
                .map(decision -> decision.getSubject().substring(ROOM.length()))
                .collect(Collectors.toSet());
    }

    /**
     * What was notified to an EPCI, or refused.
     *
     * @param party SIREN of the EPCI it was notified to: itself, or one whose communes have passed to it since
     * @param position in the log, from 0
     */
    record Notification(DecisionRecorded decision, String party, int position) {

        private static final Comparator<Notification> BY_DATE = Comparator.<Notification, LocalDate>comparing(
                        act -> act.decision().getDecidedOn())
                .thenComparing(Notification::position);

        private boolean isReplacedBy(@Nullable Notification own) {
            return own != null
                    && own.position() > position
                    && !own.decision().getDecidedOn().isBefore(decision.getDecidedOn());
        }

        String act() {
            return decision.getAct();
        }

        /** room:ID or site:ID; null where none was notified. */
        @Nullable
        String seat() {
            return decision.getSeat();
        }

        /** Euros on one line; null where none was notified. */
        @Nullable
        BigDecimal aid(String line) {
            return decision.getAid().stream()
                    .filter(aid -> aid.getLine().equals(line))
                    .map(AideNotifiee::getAid)
                    .findFirst()
                    .orElse(null);
        }

        /** Euros over all lines; null where none was notified. */
        @Nullable
        BigDecimal total() {
            List<BigDecimal> amounts =
                    decision.getAid().stream().map(AideNotifiee::getAid).toList();
            return amounts.isEmpty() ? null : Cents.sum(amounts);
        }

        /** Whether a line is aided by both. */
        boolean aidsTheSameAs(Notification other) {
            return decision.getAid().stream()
                    .filter(aid -> aid.getAid().signum() > 0)
                    .anyMatch(aid -> Cents.orZero(other.aid(aid.getLine())).signum() > 0);
        }
    }
}
