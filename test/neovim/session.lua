-- A session with the files of the language.
local editor = dofile(vim.env.DEAL_EDITOR)
local folder, open, texts, answer = editor.folder, editor.open, editor.texts, editor.answer
local here, eventually = editor.here, editor.eventually

local function run(seen)
  local amazon = open('amazon.deal')
  eventually('a diagnostic', function() return #vim.diagnostic.get(amazon) > 0 end)
  seen.diagnostics = editor.diagnostics(amazon)

  vim.fn.search('runtime:')
  seen.hover = answer('textDocument/hover', here()).contents.value

  vim.fn.search('Bedrock')
  local definition = answer('textDocument/definition', here())
  local first = vim.tbl_islist(definition) and definition[1] or definition
  seen.definition = { uri = first.targetUri or first.uri, range = first.targetSelectionRange or first.range }

  vim.lsp.buf.rename('Base')
  eventually('the new name', function() return texts(amazon):find('cloud = Base', 1, true) ~= nil end)
  seen.renamed = { amazon = texts(amazon), terms = texts(vim.fn.bufadd(folder .. '/terms.deal')) }

  -- The first action on the conflict.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  vim.fn.search('runtime:', 'w')
  vim.lsp.buf.code_action()
  eventually('a portfolio without conflict', function() return #vim.diagnostic.get(amazon) == 0 end)
  seen.mended = texts(amazon) .. texts(vim.fn.bufadd(folder .. '/azure.deal'))

  -- What is closed without being saved is as it was.
  for _, path in ipairs({ 'amazon.deal', 'terms.deal', 'azure.deal' }) do
    vim.cmd('bdelete! ' .. vim.fn.bufadd(folder .. '/' .. path))
  end
  local again = open('amazon.deal')
  eventually('the conflict again', function() return #vim.diagnostic.get(again) > 0 end)
  seen.again = #vim.diagnostic.get(again)
end

editor.session(run)
