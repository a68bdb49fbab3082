package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import org.jspecify.annotations.Nullable;

/**
 * What a cell that is not of the canonical form says without doubt.
 *
 * @param text in the canonical form
 * @param code what was done; null where the mapping declares that form, which is then no correction
 */
public record RepairedText(String text, @Nullable Correction code) {}
