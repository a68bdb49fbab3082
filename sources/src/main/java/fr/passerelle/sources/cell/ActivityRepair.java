package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Correction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An activity by its code or its label, as people write them; what is neither is another activity, whose words go no further. */
final class ActivityRepair implements Repair {

    private static final Repaired OTHER = new Repaired(Activity.OTHER, Correction.ACTIVITE_AUTRE);

    /** Registers repeat few words; one that does not must cost no memory. */
    private static final int REMEMBERED = 1_000;

    private final Vocabulary vocabulary = new Vocabulary(
            Activity.all().stream().map(Activity::code).toList(),
            Activity.all().stream().collect(Collectors.toMap(Activity::code, activity -> List.of(activity.label()))));
    private final Map<String, Repaired> remembered = new HashMap<>();

    @Override
    public Repaired of(String cell) {
        if (cell.length() > LONGEST) {
            return OTHER;
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(cell, this::read);
    }

    private Repaired read(String cell) {
        Repaired known = vocabulary.read(LostAccents.mended(cell));
        return known == null ? OTHER : known;
    }
}
