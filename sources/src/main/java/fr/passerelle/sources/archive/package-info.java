/** Archives, opened with guards: no name that leads elsewhere, nothing encrypted, nothing that swells without measure, every byte checked. */
@NullMarked
package fr.passerelle.sources.archive;

import org.jspecify.annotations.NullMarked;
