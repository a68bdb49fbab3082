/** The intercommunalités as the log knows them, and what they told the region. */
@NullMarked
package fr.passerelle.batch.territory;

import org.jspecify.annotations.NullMarked;
