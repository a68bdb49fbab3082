package fr.passerelle.console.run;

import org.jspecify.annotations.Nullable;

/**
 * A step on the page of a run.
 *
 * @param name in French
 * @param status in French
 * @param code fait, encours, arret or attente, for its mark
 * @param worked how long; null before it began
 * @param detail what it counted, in French; null where it counts nothing
 * @param done of {@code most}: how far it is; both 0 where nobody can tell
 */
record StepLine(
        String name,
        String status,
        String code,
        @Nullable String worked,
        @Nullable String detail,
        long done,
        long most) {

    public boolean measured() {
        return most > 0;
    }
}
