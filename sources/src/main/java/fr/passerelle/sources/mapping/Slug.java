package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonIds;
import fr.passerelle.schemas.yaml.Leaf;
import org.jspecify.annotations.Nullable;

/** A short name without accent or space, fit for keys, logs and messages. */
final class Slug {

    private static final String FORM = "[a-z0-9][a-z0-9-]{0,59}";

    private Slug() {}

    /** The name, even where it is not possible, which is then said; empty for none. */
    static String read(@Nullable Leaf leaf) {
        if (leaf == null) {
            return "";
        }
        if (!leaf.text().matches(FORM)) {
            leaf.problem(
                    "« %s » n'est pas possible ; écrivez des minuscules sans accent, des chiffres et des tirets, 60 au plus"
                            .formatted(leaf.text()));
        } else if (PersonIds.isSomebody(leaf.text())) {
            leaf.problem("semble nommer quelqu'un ; écrivez un nom qui ne soit celui de personne");
        }
        return leaf.text();
    }
}
