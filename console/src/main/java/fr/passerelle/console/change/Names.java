package fr.passerelle.console.change;

import fr.passerelle.console.page.French;
import fr.passerelle.console.reading.Published;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Says an identifier by its name and a number as French writes it; a list of them one by one. */
record Names(Published published, French french) implements UnaryOperator<String> {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+|-?\\d{1,8}");
    private static final int PLACES = 4;

    @Override
    public String apply(String text) {
        return String.join(", ", Arrays.stream(text.split(", ")).map(this::one).toList());
    }

    private String one(String text) {
        return named(text)
                .orElseGet(() -> NUMBER.matcher(text).matches() ? french.decimal(new BigDecimal(text), PLACES) : text);
    }

    private Optional<String> named(String id) {
        return Optional.ofNullable(published.rooms().get(id))
                .map(room -> room.getName())
                .or(() -> Optional.ofNullable(published.sites().get(id)).map(site -> site.getName()))
                .or(() -> Optional.ofNullable(published.epcis().get(id)).map(epci -> epci.getName()));
    }
}
