package fr.passerelle.sources.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Recognises headers that are months, to propose {@code mois_en_colonnes}. */
public final class MonthForms {

    private static final int FEWEST = 2;

    private MonthForms() {}

    /** The form under which most headers are months, at least two of them; empty for none. */
    public static Optional<String> of(Collection<String> headers) {
        return MonthHeaders.Form.known().stream()
                .filter(form -> count(form, headers) >= FEWEST)
                .max((one, other) -> Long.compare(count(one, headers), count(other, headers)));
    }

    /** The headers that are months of a form. */
    public static List<String> months(String form, Collection<String> headers) {
        MonthHeaders.Form months = MonthHeaders.Form.of(form);
        return headers.stream()
                .filter(header -> months.month(header).isPresent())
                .toList();
    }

    private static long count(String form, Collection<String> headers) {
        return months(form, headers).size();
    }
}
