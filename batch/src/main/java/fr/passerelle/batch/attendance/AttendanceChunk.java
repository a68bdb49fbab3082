package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Rejections;
import fr.passerelle.batch.source.reject.CorrectedRow;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.Rejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One chunk: each line classified against what is known, in order, so that a later line of a key replaces an earlier one. */
final class AttendanceChunk {

    private final AttendanceStep step;
    private final Map<String, Attendance> known;
    private final Set<String> stored;
    private final Map<String, Attendance> pending = new LinkedHashMap<>();
    private final List<Entry> entries;
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<CorrectedRow> corrected = new ArrayList<>();

    AttendanceChunk(AttendanceStep step, List<? extends AttendanceLine> lines) {
        this.step = step;
        this.known = step.state().known(keys(lines));
        this.stored = new HashSet<>(known.keySet());
        this.entries = new ArrayList<>(lines.size());
        lines.forEach(this::classify);
    }

    List<Entry> entries() {
        return entries;
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

    private static Set<String> keys(List<? extends AttendanceLine> lines) {
        Set<String> keys = HashSet.newHashSet(lines.size());
        for (AttendanceLine line : lines) {
            if (line instanceof AttendanceLine.Measure measure) {
                keys.add(measure.key());
            }
        }
        return keys;
    }

    private void classify(AttendanceLine line) {
        switch (line) {
            case AttendanceLine.Control(int file) -> step.counts().add(file, Counts::plusControl);
            case AttendanceLine.Refused(int file, Rejected rejected) -> refuse(file, rejected);
            case AttendanceLine.Measure measure -> classify(measure);
        }
    }

    private void classify(AttendanceLine.Measure measure) {
        String epci = step.rooms().get(Columns.room(measure.row()));
        if (measure.again()) {
            refuse(
                    measure,
                    "id_releve",
                    Reason.DOUBLON,
                    "Cet identifiant de relevé est déjà pris par une ligne précédente du fichier.");
        } else if (epci == null) {
            refuse(measure, "id_salle", Reason.SALLE_INCONNUE, "Aucune salle de l'inventaire n'a cet identifiant.");
        } else {
            compare(measure, epci);
        }
    }

    private void compare(AttendanceLine.Measure measure, String epci) {
        Attendance now = Columns.attendance(measure.row(), measure.key(), step.origin(measure));
        Attendance before = known.get(now.key());
        if (before != null && now.saysAs(before)) {
            step.counts().add(measure.file(), Counts::plusUnchanged);
            noteCorrections(measure);
        } else if (step.straddling().admits(now, pending.values())) {
            accept(measure.file(), now, epci);
            noteCorrections(measure);
        } else {
            refuse(
                    measure,
                    "periode_debut",
                    Reason.CHEVAUCHEMENT,
                    "Cette période en chevauche une autre de la même salle et de la même activité, sans qu'aucune"
                            + " contienne l'autre.");
        }
    }

    private void accept(int file, Attendance now, String epci) {
        Attendance before = known.put(now.key(), now);
        pending.put(now.key(), now);
        boolean elsewhere = before != null && !before.room().equals(now.room());
        if (elsewhere) {
            leave(before);
        }
        entries.add(Entry.room(now.room(), epci, now.recorded(epci, elsewhere ? null : before, false)));
        step.counts().add(file, Counts::plusAccepted);
    }

    /** The register now gives this record to another room. Where the former room was withdrawn, its records went with it. */
    private void leave(Attendance before) {
        String epci = step.rooms().get(before.room());
        if (epci != null) {
            entries.add(Entry.room(before.room(), epci, before.withdrawn(epci)));
        }
    }

    private void noteCorrections(AttendanceLine.Measure measure) {
        if (!measure.row().corrections().isEmpty()) {
            corrected.add(rejections(measure).corrected(measure.row()));
        }
    }

    private void refuse(AttendanceLine.Measure measure, String column, Reason reason, String message) {
        refuse(measure.file(), rejections(measure).refuse(measure.row(), column, reason, message));
    }

    private Rejections rejections(AttendanceLine.Measure measure) {
        InputFile file = step.files().get(measure.file());
        return new Rejections(file.name(), file.sha256(), step.keeping());
    }

    private void refuse(int file, Rejected rejected) {
        rejects.add(rejected);
        step.counts().add(file, Counts::plusRejected);
    }
}
