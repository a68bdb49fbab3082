package fr.passerelle.console.change;

import fr.passerelle.console.page.KnownPages;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.texts.CauseWords;
import fr.passerelle.texts.DifferenceWords;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes changes of proposals, named after what is published and what was before. */
public final class ChangeLines {

    private static final String PLAN = "PLAN";
    private static final Set<String> SEATS = Set.of("SIEGE", "EX_AEQUO", "EN_SUSPENS");
    private static final String UNIT = " (€)";

    private final PublishedResults published;
    private final KnownPages pages;
    private final Map<String, String> known;
    private final ValueWords valueWords;
    private final PageTexts texts;

    /**
     * Of what is published.
     *
     * @param known what is not published by itself, or no more, by identifier
     */
    public ChangeLines(PublishedResults published, Map<String, String> known, PageTexts texts) {
        this.published = published;
        this.pages = new KnownPages(published);
        this.known = known;
        this.texts = texts;
        this.valueWords = new ValueWords(this::named);
    }

    /** One. */
    public ChangeLine of(Changement change) {
        return new ChangeLine(
                name(change.getId()),
                pages.of(change.getId()),
                change.getEpci(),
                name(change.getEpci()),
                change.getType().equals(PLAN),
                change.getValues().stream().map(ValeurChangee::getWhat).anyMatch(SEATS::contains),
                DifferenceWords.nature(change.getNature()),
                change.getValues().stream().map(this::value).toList(),
                new CauseWords(valueWords).reason(change));
    }

    private Value value(ValeurChangee value) {
        return new Value(
                DifferenceWords.what(value.getWhat()).replace(UNIT, ""),
                amountOrWord(value.getWhat(), value.getBefore()),
                amountOrWord(value.getWhat(), value.getAfter()));
    }

    private String amountOrWord(String what, @Nullable String value) {
        if (!DifferenceWords.isAmount(what)) {
            return valueWords.apply(value);
        }
        return value == null ? texts.say("changement.inconnu") : PageFrench.INSTANCE.euros(new BigDecimal(value));
    }

    private String name(String id) {
        return named(id).orElse(id);
    }

    private Optional<String> named(String id) {
        return Optional.ofNullable(published.rooms().get(id))
                .map(room -> room.getName())
                .or(() -> Optional.ofNullable(published.sites().get(id)).map(site -> site.getName()))
                .or(() -> Optional.ofNullable(published.epcis().get(id)).map(epci -> epci.getName()))
                .or(() -> Optional.ofNullable(known.get(id)));
    }
}
