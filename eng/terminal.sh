# shellcheck shell=bash
# What every command prints: one short line in Chinese and English, and visible progress for slow steps.
# Sourced. Messages go to standard error, so that standard output carries results only.

say() { printf '%s · %s\n' "$1" "$2" >&2; }

# refuse ZH EN [CODE]: says what is wrong and what to do about it, then ends the command.
refuse() {
  say "$1" "$2"
  exit "${3:-1}"
}

step_child=

# step ZH EN LOG COMMAND...: runs the command apart from the terminal, shows the seconds, keeps its output in LOG
# and prints the end of LOG only when the command fails.
step() {
  local zh=$1 en=$2 log=$3 begun=$SECONDS shown=-1 code=0
  shift 3
  [[ -t 2 ]] || say "$zh" "$en …"
  setsid "$@" >"$log" 2>&1 </dev/null &
  step_child=$!
  while kill -0 "$step_child" 2>/dev/null; do
    if [[ -t 2 ]] && ((SECONDS != shown)); then
      shown=$SECONDS
      printf '\r%s · %s … %d s ' "$zh" "$en" $((SECONDS - begun)) >&2
    elif [[ ! -t 2 ]] && ((SECONDS - begun >= 15 && (SECONDS - begun) % 15 == 0 && SECONDS != shown)); then
      shown=$SECONDS
      printf '  … %d s\n' $((SECONDS - begun)) >&2
    fi
    sleep 0.2
  done
  wait "$step_child" || code=$?
  step_child=
  [[ -t 2 ]] && printf '\n' >&2
  ((code == 0)) && return 0
  show_tail "$log" 40
  return "$code"
}

show_tail() {
  [[ -s $1 ]] || return 0
  printf -- '--- %s\n' "$1" >&2
  tail -n "${2:-20}" -- "$1" | sed 's/^/  /' >&2
  printf -- '---\n' >&2
}

# end_with FUNCTION: calls it once however the command ends; a signal keeps its usual exit code.
end_with() {
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
  trap 'exit 141' PIPE
  # shellcheck disable=SC2064  # the name is meant to be fixed now
  trap "ending $1" EXIT
}

ending() {
  local code=$?
  trap '' INT TERM HUP PIPE
  trap - EXIT
  set +e
  end_process "-$step_child" 5
  "$1"
  exit "$code"
}

# end_process PID SECONDS: asks the process (or the group -PID) to end, and insists when the time is over.
end_process() {
  local pid=$1 tries=$(($2 * 10))
  [[ $pid =~ ^-?[0-9]+$ ]] || return 0
  kill -TERM -- "$pid" 2>/dev/null || return 0
  while kill -0 -- "$pid" 2>/dev/null; do
    if ((tries-- <= 0)); then
      kill -KILL -- "$pid" 2>/dev/null
      break
    fi
    sleep 0.1
  done
  return 0
}
