package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.explanation.Contrefactuels.InputChange;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.rules.frequentation.ServedPopulation;
import fr.passerelle.rules.frequentation.SupposedAttendance;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.Robustesse;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What could change of the attendance of a room. Only this room is scored again: whom it serves does not depend on its attendance. Every
 * month that presences go to or leave is of the last year, and observed: usage, tendance and regularite all rise with them, so that score
 * and bounds do.
 */
final class AttendanceLevers {

    private final EpciSituation situation;
    private final ScoredRoom scored;
    private final RoomFacts facts;
    private final Predicate<EpciSituation> alters;
    private final SupposedAttendance attendance;
    private final Map<List<@Nullable Object>, Boolean> tried = new HashMap<>();

    AttendanceLevers(EpciSituation situation, RoomFacts facts, ScoredRoom scored, Predicate<EpciSituation> alters) {
        this.situation = situation;
        this.scored = scored;
        this.facts = facts;
        this.alters = alters;
        this.attendance = new SupposedAttendance(
                facts,
                situation.asOf(),
                situation.bareme().jeuDeRegles().fenetre().months());
    }

    /** The fewest presences more that alter a conclusion. */
    Optional<InputChange> presencesMore() {
        return least(reach(), attendance::adding, 1);
    }

    /** The fewest presences less: their return would still be within the reach of what is left of the room. */
    Optional<InputChange> presencesLess() {
        long times = situation.bareme().jeuDeRegles().robustesse().reachableTimes();
        long wayBack = scored.frequentation().getPresences12Months() * times / (times + 1);
        return least((int) Math.min(attendance.mostToTake(), Math.min(reach(), wayBack)), attendance::taking, -1);
    }

    /** The most presences a year by which attendance is supposed to change: more is out of a commune's reach. */
    private int reach() {
        Robustesse robustesse = situation.bareme().jeuDeRegles().robustesse();
        long own = scored.frequentation().getPresences12Months();
        return (int) Math.min(robustesse.reachablePresences(), own * robustesse.reachableTimes());
    }

    private Optional<InputChange> least(int bound, IntFunction<Map<YearMonth, AttendanceCounts>> months, int sign) {
        return smallest(bound, presences -> alters(months.apply(presences))).stream()
                .mapToObj(presences -> presences(sign * presences, months.apply(presences)))
                .findFirst();
    }

    private InputChange presences(int presences, Map<YearMonth, AttendanceCounts> months) {
        return new InputChange(
                Levier.PRESENCES,
                presences,
                Unite.PRESENCES,
                null,
                texts(List.copyOf(months.keySet())),
                months.values().stream()
                        .map(month -> Steps.whole("presences", month.getPresences(), Unite.PRESENCES))
                        .toList(),
                supposing(months));
    }

    /** The fewest missing months returned, latest first, each an ordinary one, that alter a conclusion. */
    Optional<InputChange> monthsReturned() {
        return attendance.ordinaryMonth().flatMap(this::monthsReturned);
    }

    private Optional<InputChange> monthsReturned(AttendanceCounts ordinary) {
        List<YearMonth> missing = attendance.missing();
        return IntStream.rangeClosed(1, missing.size())
                .mapToObj(months -> missing.subList(0, months))
                .filter(months -> alters(each(months, ordinary)))
                .findFirst()
                .map(months -> new InputChange(
                        Levier.MOIS_RENDUS,
                        months.size(),
                        Unite.MOIS,
                        null,
                        texts(months),
                        figures(ordinary),
                        supposing(each(months, ordinary))));
    }

    private static Map<YearMonth, AttendanceCounts> each(List<YearMonth> months, AttendanceCounts counts) {
        return months.stream().collect(Collectors.toMap(Function.identity(), month -> counts));
    }

    /** Score and bounds are all that a conclusion takes from attendance: the same ones are tried once. */
    private boolean alters(Map<YearMonth, AttendanceCounts> months) {
        EpciSituation supposed = supposing(months);
        return tried.computeIfAbsent(
                Marges.bounds(supposed.scored(scored.id()).frequentation()), bounds -> alters.test(supposed));
    }

    private EpciSituation supposing(Map<YearMonth, AttendanceCounts> months) {
        RoomRegister register = facts.register().supposing(months);
        return situation.supposing(
                new RoomFacts(facts.room(), register),
                new FrequentationRules(situation.bareme().jeuDeRegles())
                        .score(
                                facts.room(),
                                register,
                                ServedPopulation.asIn(scored.frequentation()),
                                situation.asOf()));
    }

    private static List<String> texts(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    private static List<Operande> figures(AttendanceCounts month) {
        return List.of(
                Steps.whole("presences", month.getPresences(), Unite.PRESENCES),
                Steps.whole("seances", month.getSessions(), Unite.SEANCES_PAR_MOIS),
                Steps.hundredths("heures_seances", month.getSessionHoursHundredths(), Unite.HEURES),
                Steps.hundredths("heures_personnes", month.getPersonHoursHundredths(), Unite.HEURES_PERSONNE));
    }

    /**
     * The smallest whole number that is enough, where more is enough too: the bound first, since for most nothing holds there, then halving.
     *
     * @param bound greatest number tried, from 0
     * @param holds what holds for every number above one for which it does
     * @return the least number from 1 for which it holds; empty where it does not hold for the bound
     */
    static OptionalInt smallest(int bound, IntPredicate holds) {
        if (bound <= 0 || !holds.test(bound)) {
            return OptionalInt.empty();
        }
        int fails = 0;
        int held = bound;
        while (held - fails > 1) {
            int middle = (fails + held) >>> 1;
            if (holds.test(middle)) {
                held = middle;
            } else {
                fails = middle;
            }
        }
        return OptionalInt.of(held);
    }
}
