/** What the region would pay, by line, département and year, apart from the ceiling of what nobody has costed; and the same under another barème. */
@NullMarked
package fr.passerelle.published.budget;

import org.jspecify.annotations.NullMarked;
