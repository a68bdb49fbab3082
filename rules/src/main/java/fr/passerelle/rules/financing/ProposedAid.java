package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.AidLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules now find for an EPCI.
 *
 * @param seat room:ID or site:ID; null where none is proposed
 * @param total euros; null where no line has a cost
 */
record ProposedAid(
        @Nullable String seat,
        List<AidLine> lines,
        @Nullable BigDecimal total) {}
