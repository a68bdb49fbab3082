/** What every page has: the frame around it, the words of dates and amounts, and what is shown when something fails. */
@NullMarked
package fr.passerelle.console.page;

import org.jspecify.annotations.NullMarked;
