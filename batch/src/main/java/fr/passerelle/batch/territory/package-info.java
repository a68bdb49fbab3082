/** The intercommunalités as the log knows them, what they told the region, and what was asked for in their diagnostics. */
@NullMarked
package fr.passerelle.batch.territory;

import org.jspecify.annotations.NullMarked;
