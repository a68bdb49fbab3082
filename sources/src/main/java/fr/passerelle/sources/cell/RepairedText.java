package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import org.jspecify.annotations.Nullable;

/** What a cell says without doubt, in the canonical form; no code where the mapping declares its form: that is no correction. */
public record RepairedText(String text, @Nullable Correction code) {}
