/** The room for exports; empty until the analysts' side is built. */
@NullMarked
package fr.passerelle.batch.export;

import org.jspecify.annotations.NullMarked;
