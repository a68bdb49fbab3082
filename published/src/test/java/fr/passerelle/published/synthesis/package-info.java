/** What is told of an area on one page. */
@NullMarked
package fr.passerelle.published.synthesis;

import org.jspecify.annotations.NullMarked;
