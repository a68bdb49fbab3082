package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Correction;
import org.jspecify.annotations.Nullable;

/** Free texts, of any length: broken accents are put back, lost ones are listed, and what looks like a person is blotted out. */
final class FreeTextRepair implements Repair {

    @Override
    public @Nullable RepairedText of(String cell) {
        String mended = LostAccents.mended(cell);
        if (PersonMask.hides(mended)) {
            return new RepairedText(PersonMask.mask(mended), Correction.PERSONNE_MASQUEE);
        }
        if (!mended.equals(cell)) {
            return new RepairedText(mended, Correction.MOJIBAKE);
        }
        return LostAccents.lost(cell) ? new RepairedText(cell, Correction.CARACTERE_PERDU) : null;
    }
}
