package fr.passerelle.sources.mapping;

import fr.passerelle.sources.cell.CheckMark;
import fr.passerelle.sources.mapping.Formula.Box;
import fr.passerelle.sources.reject.RejectReason;
import org.jspecify.annotations.Nullable;

/** Gives the item of a check box that is checked, and the empty text for one that is not. */
record BoxStep(Box box, CheckMark mark) implements Step {

    @Override
    public @Nullable String apply(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (mark.of(text)) {
            case CHECKED -> box.item();
            case UNCHECKED -> "";
            case UNREADABLE -> null;
        };
    }

    @Override
    public RejectReason reason() {
        return RejectReason.OUI_NON;
    }

    @Override
    public String complaint() {
        return "la case %s ne dit ni oui ni non ; corrigez-la, ou écrivez « sinon: inconnu » dans le mapping"
                .formatted(box.from().told());
    }
}
