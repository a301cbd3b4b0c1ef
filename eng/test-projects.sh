# shellcheck shell=bash
# Builds, runs and counts test projects. What could not be counted counts as a failure. Needs terminal.sh and tools.sh.

passed=0 failed=0 skipped=0
runner=''

# need_browser: Chromium, and a font that has the rare characters of names.
need_browser() {
  local missing=() install
  command -v chromium >/dev/null || missing+=(chromium)
  if command -v dpkg-query >/dev/null && package_missing fonts-noto-cjk; then missing+=(fonts-noto-cjk); fi
  ((${#missing[@]})) || return 0
  install=$(as_root_hint "apt-get install -y ${missing[*]}")
  can_install ||
    refuse "浏览器测试需要 ${missing[*]}，请运行 $install，或只运行 ./test quick" \
      "The browser tests need ${missing[*]}: run $install, or run only ./test quick"
  mkdir -p "$root/artifacts"
  install_packages "$root/artifacts/browser.log" "${missing[@]}" ||
    refuse "安装失败，请运行 $install" "The installation failed; run $install"
}

build_solution() {
  local log=$1/artifacts/build.log
  if step '正在编译' 'Building' "$log" dotnet build "$1/Linli.slnx" -c Release --nologo -v quiet; then return 0; fi
  say '编译失败，计为一项失败' 'The build failed, which counts as one failure'
  failed=1
  return 1
}

# run_project ROOT NAME FILTER...: an own process each; its counts come from its report, not from what it prints.
run_project() {
  local root=$1 name=$2 code=0 report counts filtered good bad left
  shift 2
  filtered=$#
  report=$root/artifacts/test-results/$name.xml
  [[ -t 1 ]] || set -- -noColor "$@"
  say "运行 $name" "Running $name"
  (cd "$root/tests/$name" && exec setsid timeout --kill-after=10 20m \
    dotnet "$root/artifacts/bin/$name/release/Linli.$name.dll" -noLogo -xml "$report" "$@") </dev/null &
  runner=$!
  wait "$runner" || code=$?
  runner=''
  counts=$(read_report "$report")
  if [[ -z $counts ]]; then
    say "$name 中途结束，代码 $code，没有报告，计为一项失败" "$name ended with code $code and no report, which counts as one failure"
    failed=$((failed + 1))
    return 0
  fi
  read -r good bad left <<<"$counts"
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
  if ((code != 0 && bad == 0)); then
    say "$name 以代码 $code 结束，计为一项失败" "$name ended with code $code, which counts as one failure"
    failed=$((failed + 1))
  elif ((good + bad + left == 0 && filtered == 0)); then
    say "$name 没有运行任何测试，计为一项失败" "$name ran no test at all, which counts as one failure"
    failed=$((failed + 1))
  fi
}

# read_report FILE: "passed failed skipped", errors outside a test counted as failed; nothing if it is not complete.
read_report() {
  [[ -s $1 ]] && grep -q '</assemblies>' "$1" || return 0
  grep -o '<assembly [^>]*>' "$1" | awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { good += value("passed"); bad += value("failed") + value("errors"); left += value("skipped") }
    END { print good, bad, left }'
}

# name_failures: once more and last, because a log is often kept only by its end.
name_failures() {
  local report
  for report in "$root"/artifacts/test-results/*.xml; do
    [[ -s $report ]] || continue
    grep -o '<test [^>]*result="Fail"[^>]*>' "$report" | sed -nE 's/^<test [^>]*\bname="([^"]*)".*/失败 · Failed: \1/p'
  done
}

# finish: the closing line, and the exit code that belongs to it.
finish() {
  if ((passed + failed + skipped == 0)); then
    say '没有测试符合条件' 'No test matched'
    code=1
  elif ((passed + failed == 0)); then
    say '全部测试都被跳过' 'Every test was skipped'
    code=1
  else
    code=$((failed > 0))
  fi
  postgres_release
  ((failed == 0)) || name_failures
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit "$code"
}
