package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Correction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An activity by its code or its label, as people write them; what is neither is another activity, whose words go no further. */
final class ActivityRepair implements Repair {

    private static final RepairedText OTHER = new RepairedText(Activity.OTHER, Correction.ACTIVITE_AUTRE);

    /** Registers repeat few words; one that does not must cost no memory. */
    private static final int REMEMBERED = 1_000;

    private final Vocabulary vocabulary = new Vocabulary(
            Activity.all().stream().map(Activity::code).toList(),
            Activity.all().stream().collect(Collectors.toMap(Activity::code, activity -> List.of(activity.label()))));
    private final Map<String, RepairedText> remembered = new HashMap<>();

    @Override
    public RepairedText of(String cell) {
        if (cell.length() > LONGEST) {
            return OTHER;
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(cell, this::read);
    }

    private RepairedText read(String cell) {
        RepairedText known = vocabulary.read(LostAccents.mended(cell));
        return known == null ? OTHER : known;
    }
}
