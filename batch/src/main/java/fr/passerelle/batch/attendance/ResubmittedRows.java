package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.Rejected;
import fr.passerelle.batch.source.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The corrected rows of a chunk: which key each takes, so that it never counts twice and replaces nothing but what it said itself. Where
 * that cannot be told, it is refused.
 */
final class ResubmittedRows {

    private static final String ELSEWHERE =
            "Une autre version du registre, ou un autre fichier, dit déjà cette salle, cette période et cette activité"
                    + " : rien ne dit si c'est la même ligne. Corrigez le registre lui-même et redonnez-le à «"
                    + " ./passerelle nightly ».";
    private static final String BEFORE =
            "Cette ligne a déjà été reprise, pour une autre salle, période ou activité, ou un fichier a remplacé depuis"
                    + " ce qu'elle disait. Corrigez le registre lui-même et redonnez-le à « ./passerelle nightly ».";
    private static final String TAKEN =
            "Une autre ligne du même registre a cet identifiant : donnez à celle-ci le sien (id_releve).";

    private final Map<Trace, Reentry> reentries;
    private final Map<Resubmissions.Asked, Resubmissions.Place> places;
    private final Map<String, Integer> lastRanks = new HashMap<>();
    private final List<Reentry.Taken> taken = new ArrayList<>();
    private final List<Reentry.Again> again = new ArrayList<>();
    private final List<AttendanceLine.Measure> rows;
    private final AttendanceStep step;

    ResubmittedRows(AttendanceStep step, List<? extends AttendanceLine> lines) {
        this.step = step;
        this.rows = lines.stream()
                .filter(AttendanceLine.Measure.class::isInstance)
                .map(AttendanceLine.Measure.class::cast)
                .filter(measure -> measure.trace() != null)
                .toList();
        this.reentries = step.resubmissions()
                .find(lines.stream()
                        .map(ResubmittedRows::trace)
                        .filter(Objects::nonNull)
                        .toList());
        this.places = step.resubmissions()
                .places(rows.stream()
                        .filter(row -> Columns.id(row.row()).isEmpty())
                        .map(this::asked)
                        .distinct()
                        .toList());
    }

    private static @Nullable Trace trace(AttendanceLine line) {
        return switch (line) {
            case AttendanceLine.Measure measure -> measure.trace();
            case AttendanceLine.Refused refused -> refused.trace();
            case AttendanceLine.Control control -> null;
        };
    }

    /** Keys under which rows came back before, and those of their ids. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        rows.stream()
                .filter(row -> !Columns.id(row.row()).isEmpty())
                .map(this::keyOfId)
                .forEach(keys::add);
        reentries.values().stream()
                .map(Reentry::earlierKey)
                .filter(Objects::nonNull)
                .forEach(keys::add);
        return keys;
    }

    /** How the register of a row was read. */
    Mapping mapping(AttendanceLine.Measure measure) {
        return reentry(measure).register().mapping();
    }

    /** The row under the key that it takes if it is taken. */
    AttendanceLine.Measure keyed(AttendanceLine.Measure measure, Map<String, Attendance> known) {
        if (!Columns.id(measure.row()).isEmpty()) {
            return measure.under(keyOfId(measure));
        }
        String base = base(measure);
        Reentry reentry = reentry(measure);
        String earlier = reentry.earlierKey();
        if (earlier != null && known.containsKey(earlier) && base.equals(baseOf(earlier))) {
            return measure.under(earlier);
        }
        return measure.under(base + (lastRank(measure) + 1));
    }

    /** Why a row cannot be taken; null when it can. */
    PeriodRule.@Nullable Breach breach(AttendanceLine.Measure keyed, Map<String, Attendance> known) {
        Reentry reentry = reentry(keyed);
        String earlier = reentry.earlierKey();
        boolean cameBack = earlier != null && known.containsKey(earlier);
        Attendance before = known.get(keyed.key());
        if (cameBack && !keyed.key().equals(earlier)) {
            return new PeriodRule.Breach("id_salle", Reason.DEJA_REPRIS, BEFORE);
        }
        if (before == null) {
            return isForeign(keyed) ? new PeriodRule.Breach("id_salle", Reason.DEJA_REPRIS, ELSEWHERE) : null;
        }
        boolean same = Columns.attendance(keyed.row(), before.no(), keyed.key(), before.origin())
                .saysAs(before);
        return same ? null : replacing(reentry, before, cameBack);
    }

    /** Notes that a row was taken. */
    void take(AttendanceLine.Measure keyed, boolean changed) {
        Reentry reentry = reentry(keyed);
        boolean again = keyed.key().equals(reentry.earlierKey());
        taken.add(new Reentry.Taken(
                reentry.trace(), keyed.key(), again && !changed ? reentry.earlierRun() : step.runNo()));
        if (Columns.id(keyed.row()).isEmpty() && !again) {
            lastRanks.put(base(keyed), lastRank(keyed) + 1);
        }
    }

    /** Notes that a row, of which this is the reject, is refused again. */
    void refuse(Rejected rejected, Trace trace) {
        again.add(new Reentry.Again(
                rejected, Objects.requireNonNull(reentries.get(trace)).register()));
    }

    /** What was refused again. */
    List<Reentry.Again> refusedAgain() {
        return again;
    }

    /** What was taken. */
    List<Reentry.Taken> taken() {
        return taken;
    }

    private PeriodRule.@Nullable Breach replacing(Reentry reentry, Attendance before, boolean cameBack) {
        boolean others = before.origin().sha256().equals(reentry.sha256())
                || reentry.reason().equals(Reason.DOUBLON.name())
                        && before.key()
                                .equals(Keys.ofId(reentry.register().mapping().register(), reentry.id()));
        if (others) {
            return new PeriodRule.Breach("id_releve", Reason.DOUBLON, TAKEN);
        }
        long saidBy = step.runOf(before);
        boolean ours = cameBack
                ? saidBy == reentry.earlierRun()
                : saidBy <= reentry.trace().runNo();
        return ours ? null : new PeriodRule.Breach("id_salle", Reason.DEJA_REPRIS, BEFORE);
    }

    /** Its key in the register that it came from. */
    private String keyOfId(AttendanceLine.Measure measure) {
        return Keys.ofId(mapping(measure).register(), Columns.id(measure.row()));
    }

    private boolean isForeign(AttendanceLine.Measure measure) {
        return Columns.id(measure.row()).isEmpty() && place(measure).foreign();
    }

    private int lastRank(AttendanceLine.Measure measure) {
        return lastRanks.getOrDefault(base(measure), place(measure).lastRank());
    }

    private Resubmissions.Place place(AttendanceLine.Measure measure) {
        return Objects.requireNonNull(places.get(asked(measure)));
    }

    private Resubmissions.Asked asked(AttendanceLine.Measure measure) {
        Reentry reentry = reentry(measure);
        return new Resubmissions.Asked(base(measure), reentry.trace().runNo(), reentry.sha256());
    }

    /** The reject is there: the file was refused otherwise, and rejects are never deleted. */
    private Reentry reentry(AttendanceLine.Measure measure) {
        return Objects.requireNonNull(reentries.get(Objects.requireNonNull(measure.trace())));
    }

    private static String base(AttendanceLine.Measure measure) {
        return baseOf(measure.key());
    }

    private static String baseOf(String key) {
        return key.substring(0, key.lastIndexOf('|') + 1);
    }
}
