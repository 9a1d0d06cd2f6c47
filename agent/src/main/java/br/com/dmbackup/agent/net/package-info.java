/** What everybody here who calls another machine by the internet needs: trust in an own certificate, words for a broken line. */
@NullMarked
package br.com.dmbackup.agent.net;

import org.jspecify.annotations.NullMarked;
