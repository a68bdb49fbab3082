package fr.passerelle.console.replay;

import fr.passerelle.console.change.ChangeLines.ValueWords;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.texts.CauseWords;
import fr.passerelle.texts.DifferenceWords;
import java.util.Map;
import java.util.Optional;

/**
 * The codes of a change in French.
 *
 * @param names of rooms, sites and public places by identifier
 */
record ChangeWriter(PageTexts wording, Map<String, String> names) {

    SubjectChange change(Changement change, String name) {
        return new SubjectChange(
                change.getId(),
                name,
                wording.word("rejeux.nature", change.getNature().name()),
                change.getValues().stream()
                        .filter(value -> !DifferenceWords.isAmount(value.getWhat()))
                        .map(this::value)
                        .toList(),
                new CauseWords(said()).reason(change));
    }

    private SubjectChange.Value value(ValeurChangee value) {
        return new SubjectChange.Value(
                DifferenceWords.what(value.getWhat()), said().apply(value.getBefore()), said().apply(value.getAfter()));
    }

    private ValueWords said() {
        return new ValueWords(id -> Optional.ofNullable(names.get(id)));
    }
}
