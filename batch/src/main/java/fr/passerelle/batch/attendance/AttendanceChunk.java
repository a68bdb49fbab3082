package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Rejections;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.CorrectedRow;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.Rejected;
import fr.passerelle.batch.source.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One chunk: each line classified against what is known, in order, so that a later line of a key replaces an earlier one. */
final class AttendanceChunk {

    private final AttendanceStep step;
    private final ResubmittedRows resubmitted;
    private final Map<String, Attendance> known;
    private final Set<String> stored;
    private final Map<String, Attendance> pending = new LinkedHashMap<>();
    private final List<Attendance> superseded = new ArrayList<>();
    private final List<Attendance> saidAgain = new ArrayList<>();
    private final Map<Integer, RecordRanges> repeated = new TreeMap<>();
    private final Set<MonthOfRoom> months = new HashSet<>();
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<CorrectedRow> corrected = new ArrayList<>();

    AttendanceChunk(AttendanceStep step, List<? extends AttendanceLine> lines) {
        this.step = step;
        this.resubmitted = new ResubmittedRows(step, lines);
        this.known = step.state().known(keys(lines));
        this.stored = new HashSet<>(known.keySet());
        lines.forEach(this::classify);
    }

    /** Months of rooms in which something changed. */
    Set<MonthOfRoom> months() {
        return months;
    }

    List<Rejected> rejects() {
        return rejects;
    }

    /** Corrections of the rows that were taken. */
    List<CorrectedRow> corrected() {
        return corrected;
    }

    /** New records to write. */
    List<Attendance> inserted() {
        return pending.values().stream()
                .filter(attendance -> !stored.contains(attendance.key()))
                .toList();
    }

    /** Records to write over those of the same key. */
    List<Attendance> updated() {
        return pending.values().stream()
                .filter(attendance -> stored.contains(attendance.key()))
                .toList();
    }

    /** Values that this chunk replaces. */
    List<Attendance> superseded() {
        return superseded;
    }

    /** By import, the records that it says as they were already known. */
    Map<Integer, RecordRanges> repeated() {
        return repeated;
    }

    /** Rejects that came back and were refused again. */
    List<Reentry.Again> refusedAgain() {
        return resubmitted.refusedAgain();
    }

    /** Rejects that came back corrected. */
    List<Reentry.Taken> resubmitted() {
        return resubmitted.taken();
    }

    private Set<String> keys(List<? extends AttendanceLine> lines) {
        Set<String> keys = HashSet.newHashSet(lines.size());
        keys.addAll(resubmitted.keys());
        for (AttendanceLine line : lines) {
            if (line instanceof AttendanceLine.Measure measure) {
                addKeys(measure, keys);
            }
        }
        return keys;
    }

    private void addKeys(AttendanceLine.Measure measure, Set<String> keys) {
        keys.add(measure.key());
        keys.addAll(step.identifiers().otherKeys(measure.row(), mapping(measure).register()));
    }

    private void classify(AttendanceLine line) {
        switch (line) {
            case AttendanceLine.Control(int file) -> step.counts().add(file, Counts::plusControl);
            case AttendanceLine.Refused(int file, Rejected rejected, Trace trace) -> refuse(file, rejected, trace);
            case AttendanceLine.Measure measure -> classify(measure);
        }
    }

    private void classify(AttendanceLine.Measure measure) {
        PeriodRule.Breach breach = step.rule().breach(measure, mapping(measure).forecasts());
        if (breach != null) {
            refuse(measure, breach.column(), breach.reason(), breach.message());
        } else if (measure.trace() != null) {
            reenter(resubmitted.keyed(measure, known));
        } else {
            compare(measure);
        }
    }

    /** How the register of a row is read, be the row one that comes back corrected. */
    private Mapping mapping(AttendanceLine.Measure measure) {
        return measure.trace() == null ? step.files().get(measure.file()).mapping() : resubmitted.mapping(measure);
    }

    private void reenter(AttendanceLine.Measure measure) {
        PeriodRule.Breach breach = resubmitted.breach(measure, known);
        if (breach != null) {
            refuse(measure, breach.column(), breach.reason(), breach.message());
        } else {
            compare(measure);
        }
    }

    private void compare(AttendanceLine.Measure measure) {
        Attendance before = known.get(measure.key());
        int no = before == null ? step.nextNo() : before.no();
        Attendance now = Columns.attendance(measure.row(), no, measure.key(), step.origin(measure));
        boolean again = before != null && now.saysAs(before);
        boolean stays = before != null && step.identifiers().stays(before);
        PeriodRule.Breach breach =
                step.identifiers().breach(measure.row(), mapping(measure).register(), now, known);
        if (breach != null) {
            refuse(measure, breach.column(), breach.reason(), breach.message());
        } else if (again && stays) {
            repeat(measure.file(), now);
            noteTaken(measure, false);
        } else if (step.straddling().admits(now, this::held)) {
            hold(measure.file(), now, again);
            boolean moves = before != null && !before.room().equals(now.room());
            noteTaken(before != null && moves ? measure.movedFrom(before.room()) : measure, !again);
        } else {
            refuse(
                    measure,
                    "periode_debut",
                    Reason.CHEVAUCHEMENT,
                    "Cette période en chevauche une autre de la même salle et de la même activité, sans qu'aucune"
                            + " contienne l'autre : corrigez les dates de l'une des deux.");
        }
    }

    private Collection<Attendance> held() {
        return saidAgain.isEmpty()
                ? pending.values()
                : Stream.concat(saidAgain.stream(), pending.values().stream()).toList();
    }

    private void hold(int file, Attendance now, boolean again) {
        if (again) {
            saidAgain.add(now);
            repeat(file, now);
        } else {
            accept(file, now);
        }
    }

    private void repeat(int file, Attendance now) {
        repeated.computeIfAbsent(now.origin().importNo(), importNo -> new RecordRanges())
                .add(now.no());
        step.counts().add(file, Counts::plusUnchanged);
    }

    private void accept(int file, Attendance now) {
        Attendance before = known.put(now.key(), now);
        pending.put(now.key(), now);
        if (before != null) {
            months.add(MonthOfRoom.of(before));
            step.straddling().replaced(before, now);
            if (before.origin().importNo() != now.origin().importNo()) {
                superseded.add(before);
            }
        }
        months.add(MonthOfRoom.of(now));
        step.counts().add(file, Counts::plusAccepted);
    }

    private void noteTaken(AttendanceLine.Measure measure, boolean changed) {
        if (measure.trace() != null) {
            resubmitted.take(measure, changed);
        }
        if (!measure.row().corrections().isEmpty()) {
            corrected.add(rejections(measure).corrected(measure.row()));
        }
    }

    private void refuse(AttendanceLine.Measure measure, String column, Reason reason, String message) {
        refuse(measure.file(), rejections(measure).refuse(measure.row(), column, reason, message), measure.trace());
    }

    private Rejections rejections(AttendanceLine.Measure measure) {
        InputFile file = step.files().get(measure.file());
        return new Rejections(file.name(), file.sha256(), step.keeping());
    }

    private void refuse(int file, Rejected rejected, @Nullable Trace trace) {
        rejects.add(rejected);
        if (trace != null) {
            resubmitted.refuse(rejected, trace);
        }
        step.counts().add(file, Counts::plusRejected);
    }
}
