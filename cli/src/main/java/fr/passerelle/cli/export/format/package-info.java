/** The formats that tables leave in: each says where its rows come from, and the same table always gives the same bytes. */
@NullMarked
package fr.passerelle.cli.export.format;

import org.jspecify.annotations.NullMarked;
